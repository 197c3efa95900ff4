import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Card } from "@/components/card";
import { DialogForm } from "@/components/dialog-form";
import { EmptyState } from "@/components/empty-state";
import { ListToolbar } from "@/components/list-toolbar";
import { type ListUrl, param } from "@/components/list-url";
import { PageHeader } from "@/components/page-header";
import { can } from "@/features/identity/authorize";
import { listInvitations, listMembers } from "@/features/organizations/queries";
import { rolesToGive } from "@/features/organizations/rules";
import { InvitationTable } from "@/features/organizations/ui/invitation-table";
import { InviteDialog } from "@/features/organizations/ui/invite-dialog";
import { MemberTable } from "@/features/organizations/ui/member-table";
import { listVenues } from "@/features/venues/queries";
import { roles } from "@/kernel/actor";
import { currentVisitor, memberCtx } from "@/web/page-context";
import { invite, leave, remove, resend, revoke, update } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("organizations.members"))("title") };
}

export default async function MembersPage({ searchParams }: { searchParams: Promise<ListUrl["params"]> }) {
  const ctx = await memberCtx("member.read");
  const url: ListUrl = { path: "/settings/members", params: await searchParams };
  const q = param(url, "q")?.slice(0, 100);
  const [{ items }, invitations, venues] = await Promise.all([
    listMembers(ctx, { q }),
    listInvitations(ctx),
    listVenues(ctx),
  ]);
  const t = await getTranslations("organizations");
  const place = {
    roles: rolesToGive(ctx.actor.roles, roles),
    venues,
    onlyTheseVenues: ctx.actor.venueIds !== null,
  };
  const mayInvite = can(ctx, "member.invite");
  const organization = (await currentVisitor())?.organization?.name ?? "";
  return (
    <>
      <PageHeader
        title={t("members.title")}
        subtitle={t("members.subtitle")}
        actions={mayInvite && <InviteDialog invite={invite} {...place} />}
      />
      <ListToolbar url={url} searchLabel={t("members.search")} />
      {items.length === 0 ? (
        <Card>
          <EmptyState icon="users" title={t("members.none_found")} text={t("members.none_found_text")} />
        </Card>
      ) : (
        <MemberTable
          members={items}
          ownMemberId={ctx.actor.memberId}
          now={new Date(ctx.now.epochMilliseconds)}
          update={can(ctx, "member.update") ? update : undefined}
          remove={can(ctx, "member.remove") ? remove : undefined}
          {...place}
        />
      )}
      {items.length === 1 && !q && mayInvite && (
        <Card className="mt-4">
          <EmptyState icon="user-plus" title={t("members.alone")} text={t("members.alone_text")} />
        </Card>
      )}
      {invitations.length > 0 && (
        <section className="mt-8">
          <h2>{t("invite.pending")}</h2>
          <p className="mb-3 text-muted text-sm">{t("invite.pending_text")}</p>
          <InvitationTable
            invitations={invitations}
            resend={mayInvite ? resend : undefined}
            revoke={mayInvite ? revoke : undefined}
          />
        </section>
      )}
      <Card className="mt-8" title={t("leave.title")} subtitle={t("leave.text", { name: organization })}>
        <DialogForm
          trigger={{ label: t("leave.button"), icon: "log-out" }}
          title={t("leave.question", { name: organization })}
          action={leave}
          submitLabel={t("leave.button")}
          danger
        >
          <p className="text-muted text-sm">{t("leave.warning")}</p>
        </DialogForm>
      </Card>
    </>
  );
}
