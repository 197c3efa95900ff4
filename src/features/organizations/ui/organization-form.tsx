import { useTranslations } from "next-intl";
import type { ComboboxOption } from "@/components/combobox";
import { Form } from "@/components/form";
import { SubmitButton } from "@/components/submit-button";
import type { FormAction } from "@/kernel/form-state";
import { OrganizationFields, type OrganizationFieldsProps } from "./organization-fields";

export type OrganizationFormProps = {
  action: FormAction;
  submitLabel: string;
  countries: readonly ComboboxOption[];
  currencies: readonly ComboboxOption[];
  defaults: OrganizationFieldsProps["defaults"];
};

/** What an organization is called and how it counts: first step of the wizard, and its profile ever after. */
export function OrganizationForm({ action, submitLabel, ...fields }: OrganizationFormProps) {
  const t = useTranslations("organizations.fields");
  const labels = {
    name: t("name"),
    name_hint: t("name_hint"),
    country: t("country"),
    time_zone: t("time_zone"),
    time_zone_hint: t("time_zone_hint"),
    currency: t("currency"),
    currency_hint: t("currency_hint"),
  };
  return (
    <Form action={action}>
      <OrganizationFields labels={labels} {...fields} />
      <div className="flex justify-end">
        <SubmitButton>{submitLabel}</SubmitButton>
      </div>
    </Form>
  );
}
