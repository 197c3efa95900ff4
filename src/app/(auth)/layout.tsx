import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Messages } from "@/web/messages";

/** One narrow column: everything before somebody is signed in, phone first. */
export default async function AuthLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations("shell");
  return (
    <div className="flex min-h-dvh flex-col items-center px-4 py-8 sm:justify-center sm:py-12">
      <header className="mb-6 flex items-center gap-2.5 text-sm font-semibold">
        <span
          aria-hidden
          className="grid size-8 place-items-center rounded bg-accent font-serif text-lg text-on-accent"
        >
          {t("initial")}
        </span>
        {t("product")}
      </header>
      <main id="content" className="w-full max-w-[26rem]">
        <Messages namespaces={["auth"]}>{children}</Messages>
      </main>
    </div>
  );
}
