import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { leave } from "@/app/(app)/actions";
import { SubmitButton } from "@/components/submit-button";
import { Messages } from "@/web/messages";
import { personCtx } from "@/web/page-context";

/** The wizard stands alone: no rail, nothing to get lost in. */
export default async function WelcomeLayout({ children }: { children: ReactNode }) {
  await personCtx();
  const shell = await getTranslations("shell");
  const t = await getTranslations("wizard");
  return (
    <div className="mx-auto flex min-h-dvh max-w-3xl flex-col px-4 py-6 sm:py-10">
      <header className="mb-6 flex items-center justify-between gap-3">
        <p className="flex items-center gap-2.5 font-semibold text-sm">
          <span
            aria-hidden
            className="grid size-8 place-items-center rounded bg-accent font-serif text-lg text-on-accent"
          >
            {shell("initial")}
          </span>
          {shell("product")}
        </p>
        <form action={leave}>
          <SubmitButton variant="ghost" size="sm" icon="log-out">
            {t("sign_out")}
          </SubmitButton>
        </form>
      </header>
      <main id="content" className="grow">
        <Messages namespaces={["wizard"]}>{children}</Messages>
      </main>
      <footer className="mt-6 text-center text-muted text-xs">{t("saved_note")}</footer>
    </div>
  );
}
