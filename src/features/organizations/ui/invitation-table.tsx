import { useFormatter, useTranslations } from "next-intl";
import { Chip } from "@/components/chip";
import { DialogForm } from "@/components/dialog-form";
import { type Column, Table } from "@/components/table";
import type { Role } from "@/kernel/actor";
import type { FormAction } from "@/kernel/form-state";
import type { InvitationState } from "../rules";
import { ResendButton } from "./resend-button";

export type InvitationLine = {
  id: string;
  email: string;
  roles: readonly Role[];
  state: InvitationState;
  sentAt: Date;
  expiresAt: Date;
};

export type InvitationTableProps = {
  invitations: readonly InvitationLine[];
  /** Absent for those who may look but not touch. */
  resend?: FormAction;
  revoke?: FormAction;
};

/** Who was invited and has not answered. */
export function InvitationTable({ invitations, resend, revoke }: InvitationTableProps) {
  const t = useTranslations("organizations.invite");
  const roleName = useTranslations("organizations.roles");
  const team = useTranslations("organizations.members");
  const format = useFormatter();
  const day = (date: Date) => format.dateTime(date, { dateStyle: "medium" });
  const columns: Column<InvitationLine>[] = [
    { key: "email", header: t("email"), cell: ({ email }) => <span className="font-[560] break-all">{email}</span> },
    { key: "roles", header: team("roles"), cell: ({ roles }) => roles.map((role) => roleName(role)).join(", ") },
    {
      key: "state",
      header: t("state"),
      cell: ({ state }) => (
        <Chip tone={state === "expired" ? "danger" : "hold"} icon={state === "expired" ? "warning" : "hourglass"}>
          {t(state === "expired" ? "expired" : "open")}
        </Chip>
      ),
    },
    { key: "sent", header: t("sent_at"), cell: ({ sentAt }) => day(sentAt) },
    { key: "until", header: t("valid_until"), cell: ({ expiresAt }) => day(expiresAt) },
  ];
  if (resend && revoke) {
    columns.push({
      key: "actions",
      header: team("actions"),
      hideHeader: true,
      align: "end",
      cell: (invitation) => (
        <>
          <ResendButton invitationId={invitation.id} email={invitation.email} label={t("resend")} resend={resend} />
          <DialogForm
            trigger={{ label: t("revoke_question", { email: invitation.email }), icon: "x", iconOnly: true }}
            title={t("revoke_question", { email: invitation.email })}
            action={revoke}
            hidden={{ invitationId: invitation.id }}
            submitLabel={t("revoke")}
            danger
          >
            <p className="text-muted text-sm">{t("revoke_warning")}</p>
          </DialogForm>
        </>
      ),
    });
  }
  return <Table caption={t("pending")} columns={columns} rows={invitations} rowKey={({ id }) => id} />;
}
