import { createTranslator, type Messages } from "next-intl";
import { messageNamespaces } from "./message-namespaces";

export const languages = ["es", "en"] as const;
export type Language = (typeof languages)[number];

const loaded = new Map<Language, Promise<Messages>>();

/** All texts of a language, by namespace. Loaded once per process. */
export function messagesOf(language: Language): Promise<Messages> {
  const known = loaded.get(language);
  if (known && process.env.NODE_ENV !== "development") return known;
  const promise = load(language);
  loaded.set(language, promise);
  return promise;
}

/** A translator outside of a request: e-mails, PDF, the worker. `locale` is the full one, such as es-AR. */
export async function translator(locale: string, namespace: (typeof messageNamespaces)[number]) {
  return createTranslator({ locale, namespace, messages: await messagesOf(languageOf(locale)) });
}

/** The language of a locale; whatever is not English is answered in Spanish. */
export function languageOf(locale: string): Language {
  return locale.toLowerCase().startsWith("en") ? "en" : "es";
}

/** The locale that writes dates and amounts: the language as the organization's country writes it. */
export function localeFor(language: Language, country: string | null): string {
  if (language === "en") return "en-US";
  return country ? `es-${country}` : "es-MX";
}

async function load(language: Language): Promise<Messages> {
  const entries = messageNamespaces.map(async (name) => {
    const file: { default: Messages } = await import(`../../messages/${language}/${name}.json`);
    return [name, file.default] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}
