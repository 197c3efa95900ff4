import { getTranslations } from "next-intl/server";
import { Button } from "@/components/button";
import { EmptyState } from "@/components/empty-state";

export default async function NotFoundPage() {
  const t = await getTranslations("errors");
  return (
    <main id="content" className="grid min-h-[70dvh] place-items-center p-6">
      <EmptyState
        icon="search"
        title={t("page_not_found")}
        text={t("page_not_found_hint")}
        action={<Button href="/">{t("go_home")}</Button>}
      />
    </main>
  );
}
