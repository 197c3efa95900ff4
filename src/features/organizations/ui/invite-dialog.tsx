import { useTranslations } from "next-intl";
import { DialogForm } from "@/components/dialog-form";
import { Field } from "@/components/field";
import { Input } from "@/components/input";
import type { Role } from "@/kernel/actor";
import type { FormAction } from "@/kernel/form-state";
import { invitationDays } from "../rules";
import { usePlaceLabels, useRoleChoices } from "./member-table";
import { PlaceFields } from "./place-fields";

export type InviteDialogProps = {
  invite: FormAction;
  roles: readonly Role[];
  venues: readonly { id: string; name: string }[];
  onlyTheseVenues: boolean;
};

/** The one button of the team's page: an address, roles, venues. */
export function InviteDialog({ invite, roles, venues, onlyTheseVenues }: InviteDialogProps) {
  const t = useTranslations("organizations.invite");
  const choices = useRoleChoices(roles);
  const labels = usePlaceLabels();
  return (
    <DialogForm
      trigger={{ label: t("button"), icon: "user-plus", variant: "primary" }}
      title={t("title")}
      description={t("text", { days: invitationDays })}
      action={invite}
      submitLabel={t("send")}
      wide
    >
      <Field name="email" label={t("email")} required>
        <Input type="email" inputMode="email" autoComplete="off" />
      </Field>
      <PlaceFields labels={labels} roles={choices} venues={venues} onlyThese={onlyTheseVenues} />
    </DialogForm>
  );
}
