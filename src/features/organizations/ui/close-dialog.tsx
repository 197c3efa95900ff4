import { useTranslations } from "next-intl";
import { DialogForm } from "@/components/dialog-form";
import { Field } from "@/components/field";
import { Input } from "@/components/input";
import type { FormAction } from "@/kernel/form-state";

/** Closing cannot be taken back from the screen, so the name has to be typed. */
export function CloseDialog({ name, close }: { name: string; close: FormAction }) {
  const t = useTranslations("organizations.close");
  return (
    <DialogForm
      trigger={{ label: t("button"), icon: "trash", variant: "danger" }}
      title={t("question", { name })}
      action={close}
      submitLabel={t("button")}
      danger
    >
      <p className="text-muted text-sm">{t("warning")}</p>
      <Field name="name" label={t("type", { name })} required>
        <Input autoComplete="off" />
      </Field>
    </DialogForm>
  );
}
