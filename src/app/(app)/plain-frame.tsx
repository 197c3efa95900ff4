import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Button } from "@/components/button";
import { Toaster } from "@/components/toaster";
import { Messages } from "@/web/messages";
import { leave } from "./actions";

/** Around the account pages of a person who belongs to no organization: the way in, and the way out. */
export async function PlainFrame({ children }: { children: ReactNode }) {
  const t = await getTranslations("shell");
  return (
    <div className="min-h-dvh">
      <header className="flex flex-wrap items-center gap-2 border-line border-b px-4 py-3 md:px-7">
        <span className="grow font-[620] text-sm">{t("product")}</span>
        <Button href="/welcome" variant="primary">
          {t("new_organization")}
        </Button>
        <form action={leave}>
          <Button type="submit" variant="ghost" icon="log-out">
            {t("sign_out")}
          </Button>
        </form>
      </header>
      <main id="content" tabIndex={-1} className="mx-auto max-w-4xl px-4 pt-4.5 pb-12 outline-none">
        <Messages namespaces={[]}>{children}</Messages>
      </main>
      <Toaster />
    </div>
  );
}
