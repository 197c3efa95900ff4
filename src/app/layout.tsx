import "./globals.css";
import type { Metadata, Viewport } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Messages } from "@/web/messages";
import { visitorIfKnown } from "@/web/page-context";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shell");
  return { title: { default: t("product"), template: `%s · ${t("product")}` }, robots: { index: false } };
}

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#faf9f7" },
    { media: "(prefers-color-scheme: dark)", color: "#141413" },
  ],
};

/** The theme is an attribute and CSS does the rest, so that no script has to run before the first paint. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const visitor = await visitorIfKnown();
  return (
    <html lang={await getLocale()} data-theme={visitor?.theme ?? "system"}>
      <body>
        <Messages namespaces={["shell"]}>{children}</Messages>
      </body>
    </html>
  );
}
