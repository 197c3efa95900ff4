"use client";

import { useState } from "react";
import { Combobox, type ComboboxOption } from "@/components/combobox";
import { Field } from "@/components/field";
import { Input } from "@/components/input";
import { allTimeZones, customsOf } from "@/kernel/country";
import { cityOf } from "@/kernel/zone-city";

export type OrganizationFieldsProps = {
  labels: Record<
    "name" | "name_hint" | "country" | "time_zone" | "time_zone_hint" | "currency" | "currency_hint",
    string
  >;
  countries: readonly ComboboxOption[];
  currencies: readonly ComboboxOption[];
  defaults: { name?: string; country: string; timeZone: string; currency: string };
};

/** Name, country, time zone and currency. The country proposes the other two until somebody chooses otherwise. */
export function OrganizationFields({ labels, countries, currencies, defaults }: OrganizationFieldsProps) {
  const [country, setCountry] = useState(defaults.country);
  const customs = customsOf(country);
  const moved = country !== defaults.country;
  const timeZone = moved ? customs?.timeZones[0] : defaults.timeZone;
  const currency = moved ? customs?.currency : defaults.currency;
  return (
    <>
      <Field name="name" label={labels.name} hint={labels.name_hint} required>
        <Input defaultValue={defaults.name} autoComplete="organization" maxLength={120} />
      </Field>
      <Field name="country" label={labels.country} required>
        <Combobox options={countries} defaultValue={defaults.country} onValueChange={setCountry} />
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field name="timeZone" label={labels.time_zone} hint={labels.time_zone_hint} required>
          <Combobox key={country} options={zonesOf(country)} defaultValue={timeZone} />
        </Field>
        <Field name="currency" label={labels.currency} hint={labels.currency_hint} required>
          <Combobox key={country} options={currencies} defaultValue={currency} />
        </Field>
      </div>
    </>
  );
}

/** The country's own zones first, then all others for whoever looks for one. */
export function zonesOf(country: string): ComboboxOption[] {
  const own: readonly string[] = customsOf(country)?.timeZones ?? [];
  const others = allTimeZones().filter((zone) => !own.includes(zone));
  return [...own, ...others].map((zone) => ({ value: zone, label: cityOf(zone), hint: regionOf(zone) }));
}

function regionOf(zone: string): string {
  return zone.slice(0, zone.lastIndexOf("/")).replaceAll("/", ", ").replaceAll("_", " ");
}
