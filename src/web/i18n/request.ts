import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { languageOf, localeFor, messagesOf } from "@/platform/i18n";
import { visitorIfKnown } from "../page-context";

/** The locale of a request: the signed-in person's, else the one chosen before (cookie), else the browser's. */
export default getRequestConfig(async () => {
  const visitor = await visitorIfKnown();
  const chosen =
    visitor?.locale ?? (await cookies()).get("locale")?.value ?? preferred((await headers()).get("accept-language"));
  const language = languageOf(chosen);
  return {
    locale: localeFor(language, visitor?.organization?.country ?? null),
    messages: await messagesOf(language),
    timeZone: visitor?.organization?.timeZone ?? "America/Mexico_City",
  };
});

/** English only for a browser that asks for English before Spanish. */
function preferred(accept: string | null): string {
  const first = accept
    ?.split(",")
    .map((part) => part.trim().slice(0, 2).toLowerCase())
    .find((tag) => tag === "es" || tag === "en");
  return first ?? "es";
}
