import { Card } from "@/components/card";
import { Checkbox } from "@/components/checkbox";
import { Field } from "@/components/field";
import { Form } from "@/components/form";
import { Input } from "@/components/input";
import { PasswordInput } from "@/components/password-input";
import { Select } from "@/components/select";
import { SubmitButton } from "@/components/submit-button";
import { answerAsAsked } from "./actions";
import type { Samples } from "./samples";

const ANSWERS = ["ok", "refused", "invalid", "error"].map((value) => ({ value, label: value }));

export function KitForm({ t }: { t: Samples }) {
  return (
    <Card className="max-w-xl">
      <Form action={answerAsAsked} label={t.sections.form}>
        <Field name="name" label={t.name} required>
          <Input autoComplete="off" />
        </Field>
        <Field name="email" label={t.email} required>
          <Input type="email" autoComplete="off" />
        </Field>
        <Field name="password" label={t.password} required>
          <PasswordInput autoComplete="off" />
        </Field>
        <Field name="answer" label={t.answer} required>
          <Select options={ANSWERS} defaultValue="invalid" />
        </Field>
        <Checkbox name="terms" label={t.terms} />
        <div>
          <SubmitButton>{t.send}</SubmitButton>
        </div>
      </Form>
    </Card>
  );
}
