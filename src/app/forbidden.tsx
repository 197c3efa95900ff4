import { getTranslations } from "next-intl/server";
import { Button } from "@/components/button";
import { EmptyState } from "@/components/empty-state";

export default async function ForbiddenPage() {
  const t = await getTranslations("errors");
  return (
    <main id="content" className="grid min-h-[70dvh] place-items-center p-6">
      <EmptyState
        icon="lock"
        title={t("page_forbidden")}
        text={t("page_forbidden_hint")}
        action={<Button href="/">{t("go_home")}</Button>}
      />
    </main>
  );
}
