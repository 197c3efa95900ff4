import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/page-header";
import { PermissionTable } from "@/features/organizations/ui/permission-table";
import { memberCtx } from "@/web/page-context";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("organizations.permissions"))("title") };
}

export default async function PermissionsPage() {
  await memberCtx("member.read");
  const t = await getTranslations("organizations.permissions");
  return (
    <>
      <PageHeader title={t("title")} subtitle={t("subtitle")} />
      <PermissionTable />
    </>
  );
}
