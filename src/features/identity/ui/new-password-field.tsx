"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Field } from "@/components/field";
import { PasswordInput } from "@/components/password-input";
import { passwordStrength } from "@/kernel/password-policy";

/** `about`: what the password must not be made of, as far as the page knows it (name, e-mail). */
export type NewPasswordFieldProps = { label: string; about?: readonly string[] };

const fill = { short: "w-1/4 bg-danger", weak: "w-1/4 bg-danger", fair: "w-2/3 bg-hold", good: "w-full bg-confirmed" };

/** A password that is being chosen: what makes a good one, and how this one does while it is typed. */
export function NewPasswordField({ label, about = [] }: NewPasswordFieldProps) {
  const t = useTranslations("auth.new_password");
  const [strength, setStrength] = useState<keyof typeof fill | null>(null);
  const weigh = ({ currentTarget: { value, form } }: FormEvent<HTMLInputElement>) => {
    setStrength(value === "" ? null : passwordStrength(value, [...about, ...typedBeside(form)]));
  };
  return (
    <div className="flex flex-col gap-2">
      <Field name="password" label={label} hint={t("hint")} required>
        <PasswordInput autoComplete="new-password" onInput={weigh} />
      </Field>
      <div role="status" className="flex items-center gap-2.5 text-muted text-xs">
        {strength && (
          <>
            <span aria-hidden className="h-1 w-24 shrink-0 overflow-hidden rounded-full bg-sunken">
              <span className={`block h-full rounded-full transition-all ${fill[strength]}`} />
            </span>
            {t(strength)}
          </>
        )}
      </div>
    </div>
  );
}

/** Name and address in the same form: a password made of them is easy to guess. */
function typedBeside(form: HTMLFormElement | null): string[] {
  const fields = form ? [...new FormData(form)] : [];
  return fields.flatMap(([name, value]) => (/^(name|email)$/.test(name) && typeof value === "string" ? [value] : []));
}
