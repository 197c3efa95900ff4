import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/checkbox";
import { Choices } from "@/components/choices";
import { Field } from "@/components/field";
import { Input } from "@/components/input";
import { Select } from "@/components/select";
import type { Permission } from "@/features/identity/permissions";

const lifetimes = [30, 90, 365];

export type KeyFieldsProps = { scopes: readonly Permission[]; venues: readonly { id: string; name: string }[] };

/** What a new key is called, may do, reaches, and until when. */
export function KeyFields({ scopes, venues }: KeyFieldsProps) {
  const t = useTranslations("organizations.api_keys");
  const text = useTranslations("organizations.permissions.texts");
  return (
    <>
      <Field name="name" label={t("name")} hint={t("name_hint")} required>
        <Input autoComplete="off" maxLength={80} />
      </Field>
      <Choices name="scopes" legend={t("scopes")} hint={t("scopes_hint")}>
        {scopes.map((scope) => (
          <Checkbox key={scope} name="scopes[]" value={scope} label={text(scope)} />
        ))}
      </Choices>
      {venues.length > 1 && (
        <Choices name="venueIds" legend={t("venues")} hint={t("venues_hint")}>
          {venues.map(({ id, name }) => (
            <Checkbox key={id} name="venueIds[]" value={id} label={name} />
          ))}
        </Choices>
      )}
      <Field name="expiresInDays" label={t("expires")} required>
        <Select
          placeholder={t("expires_never")}
          defaultValue="365"
          options={lifetimes.map((days) => ({ value: String(days), label: t("expires_days", { days }) }))}
        />
      </Field>
    </>
  );
}
