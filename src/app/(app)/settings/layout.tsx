import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { TabLinks } from "@/components/tab-links";
import { can } from "@/features/identity/authorize";
import type { Permission } from "@/features/identity/permissions";
import { memberCtx } from "@/web/page-context";

const parts: readonly { href: string; text: string; needs: Permission; exact?: boolean }[] = [
  { href: "/settings", text: "organization", needs: "organization.read", exact: true },
  { href: "/settings/members", text: "members", needs: "member.read" },
  { href: "/settings/permissions", text: "permissions", needs: "member.read" },
  { href: "/settings/venues", text: "venues", needs: "venue.update" },
  { href: "/settings/api-keys", text: "api_keys", needs: "api_key.read" },
  { href: "/settings/audit", text: "audit", needs: "audit.read" },
  { href: "/settings/messages", text: "messages", needs: "message.read" },
  { href: "/settings/jobs", text: "jobs", needs: "job.read" },
];

/** The parts of the settings that the person may see, one beside the other. */
export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const ctx = await memberCtx();
  const t = await getTranslations("organizations.settings");
  const links = parts
    .filter(({ needs }) => can(ctx, needs))
    .map(({ href, text, exact }) => ({ href, exact, label: t(text) }));
  return (
    <>
      <div className="mb-5">
        <TabLinks label={t("tabs")} links={links} />
      </div>
      {children}
    </>
  );
}
