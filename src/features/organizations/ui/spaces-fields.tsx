"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/field";
import { Input } from "@/components/input";
import { Switch } from "@/components/switch";
import { RowList } from "./row-list";

type Part = { name: string; capacity: string };
type Row = Part & { parts: Part[] };

const blankPart: Part = { name: "", capacity: "" };
const blank: Row = { ...blankPart, parts: [] };

/** What is sold: names, capacities, and whether a space can be divided into others. */
export function SpacesFields() {
  const t = useTranslations("wizard.spaces");
  return (
    <RowList
      name="spaces"
      first={[blank]}
      blank={blank}
      addLabel={t("add")}
      removeLabel={(row, index) => t("remove", { name: row.name || String(index + 1) })}
    >
      {(row, change, index) => (
        <div className="flex flex-col gap-3">
          <NameAndCapacity path={`spaces.${index}`} example={t("name_example")} value={row} onChange={change} />
          <Switch
            label={t("divisible")}
            hint={t("divisible_hint")}
            checked={row.parts.length > 0}
            onChange={(event) => change({ parts: event.target.checked ? [blankPart, blankPart] : [] })}
          />
          {row.parts.length > 0 && (
            <Parts path={`spaces.${index}.parts`} parts={row.parts} onChange={(parts) => change({ parts })} />
          )}
        </div>
      )}
    </RowList>
  );
}

type NameAndCapacityProps = { path: string; example: string; value: Part; onChange: (part: Partial<Part>) => void };

function NameAndCapacity({ path, example, value, onChange }: NameAndCapacityProps) {
  const t = useTranslations("wizard.spaces");
  return (
    <div className="grid grid-cols-[1fr_7.5rem] gap-3">
      <Field name={`${path}.name`} label={t("name")} required>
        <Input
          value={value.name}
          onChange={(event) => onChange({ name: event.target.value })}
          placeholder={example}
          maxLength={120}
        />
      </Field>
      <Field name={`${path}.capacity`} label={t("capacity")} required>
        <Input
          type="number"
          inputMode="numeric"
          min={1}
          value={value.capacity}
          onChange={(event) => onChange({ capacity: event.target.value })}
        />
      </Field>
    </div>
  );
}

function Parts({ path, parts, onChange }: { path: string; parts: Part[]; onChange: (parts: Part[]) => void }) {
  const t = useTranslations("wizard.spaces");
  const set = (at: number, part: Partial<Part>) =>
    onChange(parts.map((one, index) => (index === at ? { ...one, ...part } : one)));
  return (
    <fieldset className="flex flex-col gap-2 border-line border-l-2 pl-3">
      <legend className="mb-1 text-muted text-sm">{t("parts")}</legend>
      {parts.map((part, index) => (
        <NameAndCapacity
          // biome-ignore lint/suspicious/noArrayIndexKey: parts are added and taken away at the end only.
          key={index}
          path={`${path}.${index}`}
          example={t("part_example")}
          value={part}
          onChange={(next) => set(index, next)}
        />
      ))}
      <div className="flex gap-3 text-sm">
        <button
          type="button"
          className="py-1 text-accent-ink underline"
          onClick={() => onChange([...parts, blankPart])}
        >
          {t("add_part")}
        </button>
        {parts.length > 2 && (
          <button type="button" className="py-1 text-muted underline" onClick={() => onChange(parts.slice(0, -1))}>
            {t("remove_part")}
          </button>
        )}
      </div>
    </fieldset>
  );
}
