import { useTranslations } from "next-intl";
import { Card } from "@/components/card";
import { ConfirmDialog } from "@/components/confirm-dialog";
import { DialogForm } from "@/components/dialog-form";
import { Field } from "@/components/field";
import { Input } from "@/components/input";
import type { FormAction } from "@/kernel/form-state";
import { AddSpace, EditSpace } from "./space-dialogs";
import { EditVenue } from "./venue-dialogs";

type Space = {
  id: string;
  name: string;
  capacity: number;
  setupMinutes: number;
  teardownMinutes: number;
  parts: string[];
  partOf: string[];
};
type Shift = { id: string; name: string; starts: string; ends: string };
type Venue = { id: string; name: string; address: string | null; dayCutoff: string; spaces: Space[]; shifts: Shift[] };

export type VenueActions = Record<
  "updateVenue" | "addSpace" | "updateSpace" | "removeSpace" | "addShift" | "removeShift",
  FormAction
>;

/** A site: its rooms with their sizes and times, and the shifts in which they are sold. */
export function VenueCard({ venue, actions }: { venue: Venue; actions: VenueActions }) {
  const t = useTranslations("venues");
  return (
    <Card
      title={venue.name}
      subtitle={venue.address}
      actions={<EditVenue venue={venue} action={actions.updateVenue} />}
    >
      <div className="mt-2 flex items-center gap-2">
        <h3 className="grow">{t("spaces")}</h3>
        <AddSpace venueId={venue.id} spaces={venue.spaces} action={actions.addSpace} />
      </div>
      {venue.spaces.length === 0 && <p className="py-2 text-muted text-sm">{t("no_spaces")}</p>}
      <ul className="mb-4">
        {venue.spaces.map((space) => (
          <SpaceLine key={space.id} space={space} actions={actions} />
        ))}
      </ul>
      <div className="flex items-center gap-2">
        <h3 className="grow">{t("shifts")}</h3>
        <AddShift venueId={venue.id} action={actions.addShift} />
      </div>
      {venue.shifts.length === 0 && <p className="py-2 text-muted text-sm">{t("no_shifts")}</p>}
      <ul>
        {venue.shifts.map((shift) => (
          <li key={shift.id} className="flex items-center gap-3 border-line border-t py-1.5 text-sm first:border-t-0">
            <span className="grow">
              <b>{shift.name}</b> <span className="text-muted">{`${shift.starts} - ${shift.ends}`}</span>
            </span>
            <ConfirmDialog
              trigger={{
                label: t("shift.remove", { name: shift.name }),
                icon: "trash",
                iconOnly: true,
                variant: "ghost",
              }}
              title={t("shift.remove_title", { name: shift.name })}
              confirmLabel={t("remove")}
              action={actions.removeShift}
              hidden={{ shiftId: shift.id }}
            >
              {t("shift.remove_text")}
            </ConfirmDialog>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function SpaceLine({ space, actions }: { space: Space; actions: VenueActions }) {
  const t = useTranslations("venues");
  const facts = [
    t("space.people", { count: space.capacity }),
    t("space.minutes", { setup: space.setupMinutes, teardown: space.teardownMinutes }),
    space.parts.length > 0 ? space.parts.join(" + ") : null,
    space.partOf.length > 0 ? t("space.part_of", { spaces: space.partOf.join(", ") }) : null,
  ];
  return (
    <li className="flex items-center gap-2 border-line border-t py-1.5 text-sm first:border-t-0">
      <span className="min-w-0 grow">
        <b>{space.name}</b> <span className="text-muted">{facts.filter(Boolean).join(" · ")}</span>
      </span>
      <EditSpace space={space} action={actions.updateSpace} />
      <ConfirmDialog
        trigger={{ label: t("space.remove", { name: space.name }), icon: "trash", iconOnly: true, variant: "ghost" }}
        title={t("space.remove_title", { name: space.name })}
        confirmLabel={t("remove")}
        action={actions.removeSpace}
        hidden={{ spaceId: space.id }}
      >
        {t("space.remove_text")}
      </ConfirmDialog>
    </li>
  );
}

function AddShift({ venueId, action }: { venueId: string; action: FormAction }) {
  const t = useTranslations("venues");
  return (
    <DialogForm
      trigger={{ label: t("shift.add"), icon: "plus", size: "sm" }}
      title={t("shift.add")}
      description={t("shift.text")}
      action={action}
      hidden={{ venueId }}
      submitLabel={t("shift.add")}
    >
      <Field name="name" label={t("shift.name")} hint={t("shift.name_hint")} required>
        <Input maxLength={60} />
      </Field>
      <div className="grid grid-cols-2 gap-3">
        <Field name="starts" label={t("shift.starts")} required>
          <Input type="time" defaultValue="19:00" />
        </Field>
        <Field name="ends" label={t("shift.ends")} hint={t("shift.ends_hint")} required>
          <Input type="time" defaultValue="02:00" />
        </Field>
      </div>
    </DialogForm>
  );
}
