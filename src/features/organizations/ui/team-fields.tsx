"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/field";
import { Input } from "@/components/input";
import { Select, type SelectOption } from "@/components/select";
import { RowList } from "./row-list";

type Row = { email: string; role: string };

/** Whom to invite; a row without an address is nobody. */
export function TeamFields({ roles }: { roles: readonly SelectOption[] }) {
  const t = useTranslations("wizard.team");
  const blank: Row = { email: "", role: "sales" };
  return (
    <RowList
      name="people"
      first={[blank]}
      blank={blank}
      addLabel={t("add")}
      removeLabel={(row, index) => t("remove", { name: row.email || String(index + 1) })}
    >
      {(row, change, index) => (
        <div className="grid gap-3 sm:grid-cols-[1fr_12rem]">
          <Field name={`people.${index}.email`} label={t("email")} required>
            <Input
              type="email"
              inputMode="email"
              autoComplete="off"
              value={row.email}
              onChange={(event) => change({ email: event.target.value })}
            />
          </Field>
          <Field name={`people.${index}.role`} label={t("role")} required>
            <Select options={roles} value={row.role} onChange={(event) => change({ role: event.target.value })} />
          </Field>
        </div>
      )}
    </RowList>
  );
}
