"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/field";
import { Input } from "@/components/input";
import { Select } from "@/components/select";
import { RowList } from "./row-list";

type Row = { name: string; starts: string; ends: string };

const blank: Row = { name: "", starts: "", ends: "" };
const spans = [0, 30, 60, 90, 120, 180, 240];

export type ShiftsFieldsProps = { presets: readonly Row[]; setupMinutes: number; teardownMinutes: number };

/** The turns of the day, each of which may cross midnight, and the minutes kept free around every event. */
export function ShiftsFields({ presets, setupMinutes, teardownMinutes }: ShiftsFieldsProps) {
  const t = useTranslations("wizard.shifts");
  const options = spans.map((minutes) => ({ value: String(minutes), label: t("minutes", { minutes }) }));
  return (
    <>
      <RowList
        name="shifts"
        first={presets.length > 0 ? presets : [blank]}
        blank={blank}
        addLabel={t("add")}
        removeLabel={(row, index) => t("remove", { name: row.name || String(index + 1) })}
      >
        {(row, change, index) => (
          <div className="grid gap-3 sm:grid-cols-[1fr_8rem_8rem]">
            <Field name={`shifts.${index}.name`} label={t("name")} required>
              <Input value={row.name} onChange={(event) => change({ name: event.target.value })} maxLength={60} />
            </Field>
            <Field name={`shifts.${index}.starts`} label={t("starts")} required>
              <Input type="time" value={row.starts} onChange={(event) => change({ starts: event.target.value })} />
            </Field>
            <Field
              name={`shifts.${index}.ends`}
              label={t("ends")}
              hint={row.starts && row.ends && row.ends <= row.starts ? t("next_day") : undefined}
              required
            >
              <Input type="time" value={row.ends} onChange={(event) => change({ ends: event.target.value })} />
            </Field>
          </div>
        )}
      </RowList>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field name="setupMinutes" label={t("setup")} hint={t("setup_hint")} required>
          <Select options={options} defaultValue={String(setupMinutes)} />
        </Field>
        <Field name="teardownMinutes" label={t("teardown")} hint={t("teardown_hint")} required>
          <Select options={options} defaultValue={String(teardownMinutes)} />
        </Field>
      </div>
    </>
  );
}
