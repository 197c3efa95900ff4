import { DialogForm } from "@/components/dialog-form";
import { Field } from "@/components/field";
import { Textarea } from "@/components/textarea";
import type { Trigger } from "@/components/trigger";
import type { FormAction } from "@/kernel/form-state";

type Props = {
  trigger: Trigger;
  title: string;
  text: string;
  label: string;
  hint?: string;
  submitLabel: string;
  danger?: boolean;
  eventId: string;
  action: FormAction;
};

/** A deed on an event that asks why: the reason stays in its history. */
export function ReasonDialog({ trigger, title, text, label, hint, submitLabel, danger, eventId, action }: Props) {
  return (
    <DialogForm
      trigger={trigger}
      title={title}
      description={text}
      action={action}
      hidden={{ eventId }}
      submitLabel={submitLabel}
      danger={danger}
    >
      <Field name="reason" label={label} hint={hint} required>
        <Textarea rows={3} maxLength={500} />
      </Field>
    </DialogForm>
  );
}
