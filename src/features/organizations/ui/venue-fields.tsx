"use client";

import { useTranslations } from "next-intl";
import { Combobox } from "@/components/combobox";
import { Field } from "@/components/field";
import { Input } from "@/components/input";
import { Textarea } from "@/components/textarea";
import { zonesOf } from "./organization-fields";

export type VenueFieldsProps = {
  country: string;
  defaults: { name?: string; address?: string; timeZone: string; dayCutoff: string };
  /** A venue that is there keeps its zone: its events were sold by that clock. */
  isThere: boolean;
};

/** The first venue: what it is called, where it is, by which clock, and when its day ends. */
export function VenueFields({ country, defaults, isThere }: VenueFieldsProps) {
  const t = useTranslations("wizard.venue");
  return (
    <>
      <Field name="name" label={t("name")} hint={t("name_hint")} required>
        <Input defaultValue={defaults.name} maxLength={120} />
      </Field>
      <Field name="address" label={t("address")}>
        <Textarea defaultValue={defaults.address} rows={2} maxLength={300} autoComplete="street-address" />
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        {!isThere && (
          <Field name="timeZone" label={t("time_zone")} required>
            <Combobox options={zonesOf(country)} defaultValue={defaults.timeZone} />
          </Field>
        )}
        <Field name="dayCutoff" label={t("day_cutoff")} hint={t("day_cutoff_hint")} required>
          <Input type="time" defaultValue={defaults.dayCutoff} />
        </Field>
      </div>
    </>
  );
}
