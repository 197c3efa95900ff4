import { getTranslations } from "next-intl/server";
import { Button } from "@/components/button";
import { EmptyState } from "@/components/empty-state";

/** The address leads nowhere, or to what is not of this organization. */
export async function NothingHere() {
  const t = await getTranslations("errors");
  return (
    <div className="grid min-h-[70dvh] place-items-center p-6">
      <EmptyState
        heading="h1"
        icon="search"
        title={t("page_not_found")}
        text={t("page_not_found_hint")}
        action={<Button href="/">{t("go_home")}</Button>}
      />
    </div>
  );
}
