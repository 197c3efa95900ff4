import { getTranslations } from "next-intl/server";
import { Button } from "@/components/button";
import { EmptyState } from "@/components/empty-state";

/** The person's role does not reach this page. */
export async function NotAllowed() {
  const t = await getTranslations("errors");
  return (
    <div className="grid min-h-[70dvh] place-items-center p-6">
      <EmptyState
        heading="h1"
        icon="lock"
        title={t("page_forbidden")}
        text={t("page_forbidden_hint")}
        action={<Button href="/">{t("go_home")}</Button>}
      />
    </div>
  );
}
