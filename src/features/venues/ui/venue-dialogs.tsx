import { useTranslations } from "next-intl";
import { DialogForm } from "@/components/dialog-form";
import { Field } from "@/components/field";
import { Input } from "@/components/input";
import { Select } from "@/components/select";
import type { FormAction } from "@/kernel/form-state";
import { cityOf } from "@/kernel/zone-city";

type AddProps = { timeZones: readonly string[]; timeZone: string; currency: string; action: FormAction };

/** A new site. Zone and currency are the organization's unless its country has several zones. */
export function AddVenue({ timeZones, timeZone, currency, action }: AddProps) {
  const t = useTranslations("venues");
  const several = timeZones.length > 1;
  return (
    <DialogForm
      trigger={{ label: t("venue.add"), icon: "plus", variant: "primary" }}
      title={t("venue.add")}
      action={action}
      hidden={{ currency, ...(several ? {} : { timeZone }) }}
      submitLabel={t("venue.add")}
    >
      <VenueFields />
      {several && (
        <Field name="timeZone" label={t("venue.time_zone")} required>
          <Select options={timeZones.map((zone) => ({ value: zone, label: cityOf(zone) }))} defaultValue={timeZone} />
        </Field>
      )}
    </DialogForm>
  );
}

type EditProps = {
  venue: { id: string; name: string; address: string | null; dayCutoff: string };
  action: FormAction;
};

/** A site's name, address and cut-off. */
export function EditVenue({ venue, action }: EditProps) {
  const t = useTranslations("venues");
  return (
    <DialogForm
      trigger={{ label: t("venue.edit"), icon: "edit", iconOnly: true, variant: "ghost" }}
      title={t("venue.edit")}
      action={action}
      hidden={{ venueId: venue.id }}
      submitLabel={t("save")}
    >
      <VenueFields {...venue} />
    </DialogForm>
  );
}

function VenueFields(venue: { name?: string; address?: string | null; dayCutoff?: string }) {
  const t = useTranslations("venues.venue");
  return (
    <>
      <Field name="name" label={t("name")} required>
        <Input maxLength={120} defaultValue={venue.name} />
      </Field>
      <Field name="address" label={t("address")}>
        <Input maxLength={300} defaultValue={venue.address ?? ""} />
      </Field>
      <Field name="dayCutoff" label={t("cutoff")} hint={t("cutoff_hint")} required>
        <Input type="time" defaultValue={venue.dayCutoff ?? "06:00"} />
      </Field>
    </>
  );
}
