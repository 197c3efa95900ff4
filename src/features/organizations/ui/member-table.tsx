import { useFormatter, useTranslations } from "next-intl";
import { Avatar } from "@/components/avatar";
import { Chip } from "@/components/chip";
import { DialogForm } from "@/components/dialog-form";
import { type Column, Table } from "@/components/table";
import type { Role } from "@/kernel/actor";
import type { FormAction } from "@/kernel/form-state";
import { PlaceFields, type PlaceFieldsProps, type RoleChoice } from "./place-fields";

export type MemberLine = {
  id: string;
  name: string;
  email: string;
  roles: readonly Role[];
  venueIds: readonly string[] | null;
  twoFactorEnabled: boolean;
  lastSeenAt: Date | null;
};

export type MemberTableProps = {
  members: readonly MemberLine[];
  venues: readonly { id: string; name: string }[];
  ownMemberId: string | null;
  /** The roles that the reader can give; who cannot change members has none. */
  roles: readonly Role[];
  onlyTheseVenues: boolean;
  now: Date;
  /** Absent for those who may look but not touch. */
  update?: FormAction;
  remove?: FormAction;
};

/** The team: who, with which roles, where, when last, how well locked. */
export function MemberTable(props: MemberTableProps) {
  const { members, venues, ownMemberId, update, remove, now } = props;
  const t = useTranslations("organizations.members");
  const format = useFormatter();
  const roleName = useTranslations("organizations.roles");
  // Made once: what is the same in every row's dialog then travels to the browser once.
  const fields = {
    labels: usePlaceLabels(),
    roles: useRoleChoices(props.roles),
    venues,
    onlyThese: props.onlyTheseVenues,
  };
  const venueNames = (ids: readonly string[] | null) =>
    ids === null
      ? t("all_venues")
      : venues
          .filter(({ id }) => ids.includes(id))
          .map(({ name }) => name)
          .join(", ");
  const columns: Column<MemberLine>[] = [
    {
      key: "person",
      header: t("person"),
      cell: (member) => <Person member={member} own={member.id === ownMemberId} />,
    },
    {
      key: "roles",
      header: t("roles"),
      cell: (member) => (
        <span className="flex flex-wrap gap-1 max-md:justify-end">
          {member.roles.map((role) => (
            <Chip key={role} tone={role === "owner" ? "accent" : "neutral"}>
              {roleName(role)}
            </Chip>
          ))}
        </span>
      ),
    },
    ...(venues.length > 1
      ? [{ key: "venues", header: t("venues"), cell: (member: MemberLine) => venueNames(member.venueIds) }]
      : []),
    {
      key: "seen",
      header: t("last_seen"),
      cell: ({ lastSeenAt }) => (lastSeenAt ? format.relativeTime(lastSeenAt, now) : t("never_seen")),
    },
    {
      key: "second",
      header: t("second_factor"),
      cell: ({ twoFactorEnabled }) =>
        twoFactorEnabled ? (
          <Chip tone="confirmed" icon="shield-check">
            {t("second_factor_on")}
          </Chip>
        ) : (
          <span className="text-muted">{t("second_factor_off")}</span>
        ),
    },
  ];
  if (update || remove) {
    columns.push({
      key: "actions",
      header: t("actions"),
      hideHeader: true,
      align: "end",
      cell: (member) =>
        member.roles.every((role) => role !== "owner" || props.roles.includes(role)) && (
          <>
            {update && <EditMember member={member} update={update} fields={fields} />}
            {remove && member.id !== ownMemberId && <RemoveMember member={member} remove={remove} />}
          </>
        ),
    });
  }
  return <Table caption={t("title")} columns={columns} rows={members} rowKey={({ id }) => id} />;
}

function Person({ member, own }: { member: MemberLine; own: boolean }) {
  const t = useTranslations("organizations.members");
  return (
    <span className="flex items-center gap-2.5">
      <Avatar name={member.name} />
      <span className="min-w-0">
        <span className="flex items-center gap-1.5 font-[560]">
          <span className="truncate">{member.name}</span>
          {own && <Chip>{t("you")}</Chip>}
        </span>
        <span className="block truncate text-muted text-xs">{member.email}</span>
      </span>
    </span>
  );
}

type EditProps = { member: MemberLine; update: FormAction; fields: Omit<PlaceFieldsProps, "defaults"> };

function EditMember({ member, update, fields }: EditProps) {
  const t = useTranslations("organizations.members");
  const title = t("edit_title", { name: member.name });
  return (
    <DialogForm
      trigger={{ label: title, icon: "edit", iconOnly: true }}
      title={title}
      action={update}
      hidden={{ memberId: member.id }}
      submitLabel={t("edit_save")}
      wide
    >
      <PlaceFields {...fields} defaults={{ roles: member.roles, venueIds: member.venueIds }} />
    </DialogForm>
  );
}

function RemoveMember({ member, remove }: { member: MemberLine; remove: FormAction }) {
  const t = useTranslations("organizations.members");
  const question = t("remove_question", { name: member.name });
  return (
    <DialogForm
      trigger={{ label: question, icon: "trash", iconOnly: true }}
      title={question}
      action={remove}
      hidden={{ memberId: member.id }}
      submitLabel={t("remove")}
      danger
    >
      <p className="text-muted text-sm">{t("remove_warning")}</p>
    </DialogForm>
  );
}

/** The roles as choices, each with what it is for. */
export function useRoleChoices(roles: readonly Role[]): RoleChoice[] {
  const name = useTranslations("organizations.roles");
  const hint = useTranslations("organizations.role_hints");
  return roles.map((role) => ({ value: role, label: name(role), hint: hint(role) }));
}

/** The texts of `PlaceFields`. */
export function usePlaceLabels() {
  const t = useTranslations("organizations.place");
  return {
    roles: t("roles"),
    roles_hint: t("roles_hint"),
    venues: t("venues"),
    which_venues: t("which_venues"),
    every_venue: t("every_venue"),
    some_venues: t("some_venues"),
    some_venues_hint: t("some_venues_hint"),
  };
}
