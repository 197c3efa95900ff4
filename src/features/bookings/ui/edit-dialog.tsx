import { useTranslations } from "next-intl";
import { DialogForm } from "@/components/dialog-form";
import { Field } from "@/components/field";
import { Input } from "@/components/input";
import { Select } from "@/components/select";
import type { FormAction } from "@/kernel/form-state";
import { type EventType, eventTypes } from "../rules";

type Props = {
  event: { id: string; title: string; type: EventType; clientName: string | null; headCount: number | null };
  action: FormAction;
};

/** What an event is called, for whom and for how many. */
export function EditDialog({ event, action }: Props) {
  const t = useTranslations("events");
  return (
    <DialogForm
      trigger={{ label: t("next.edit"), icon: "edit" }}
      title={t("edit.title")}
      action={action}
      hidden={{ eventId: event.id }}
      submitLabel={t("edit.submit")}
    >
      <Field name="title" label={t("edit.name")} required>
        <Input maxLength={160} defaultValue={event.title} />
      </Field>
      <div className="grid gap-3 sm:grid-cols-2">
        <Field name="type" label={t("edit.kind")} required>
          <Select
            options={eventTypes.map((type) => ({ value: type, label: t(`type.${type}`) }))}
            defaultValue={event.type}
          />
        </Field>
        <Field name="headCount" label={t("edit.people")}>
          <Input type="number" inputMode="numeric" min={1} defaultValue={event.headCount ?? ""} />
        </Field>
      </div>
      <Field name="clientName" label={t("edit.client")}>
        <Input maxLength={160} defaultValue={event.clientName ?? ""} />
      </Field>
    </DialogForm>
  );
}
