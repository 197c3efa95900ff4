import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { PageHeader } from "@/components/page-header";
import { TabLinks } from "@/components/tab-links";
import { Messages } from "@/web/messages";

export default async function AccountLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations("account");
  const links = [
    { href: "/account", label: t("tabs.profile"), exact: true },
    { href: "/account/security", label: t("tabs.security") },
    { href: "/account/sessions", label: t("tabs.sessions") },
    { href: "/account/data", label: t("tabs.data") },
  ];
  return (
    <Messages namespaces={["account", "auth"]}>
      <PageHeader title={t("title")} />
      <TabLinks label={t("tabs.label")} links={links} />
      <div className="mt-5 flex max-w-2xl flex-col gap-5">{children}</div>
    </Messages>
  );
}
