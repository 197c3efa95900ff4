import { Checkbox } from "@/components/checkbox";
import { Combobox } from "@/components/combobox";
import { CopyField } from "@/components/copy-field";
import { Field } from "@/components/field";
import { FileDrop } from "@/components/file-drop";
import { Input } from "@/components/input";
import { PasswordInput } from "@/components/password-input";
import { RadioCards } from "@/components/radio-cards";
import { Select } from "@/components/select";
import { Switch } from "@/components/switch";
import { Textarea } from "@/components/textarea";
import type { Samples } from "./samples";

export function KitFields({ t }: { t: Samples }) {
  const venues = t.venues.map((label) => ({ value: label, label }));
  const clients = t.clients.map((label) => ({ value: label, label }));
  return (
    <div className="grid items-start gap-5 sm:grid-cols-2 lg:grid-cols-3">
      <Field name="a" label={t.name} hint={t.nameHint} required>
        <Input placeholder="Andrea Ochoa" autoComplete="off" />
      </Field>
      <Field name="b" label={t.email} error={t.emailError} required>
        <Input type="email" defaultValue="andrea.ejemplo.mx" autoComplete="off" />
      </Field>
      <Field name="c" label={t.phone}>
        <Input type="tel" disabled defaultValue="33 1234 5678" />
      </Field>
      <Field name="d" label={t.price}>
        <Input inputMode="decimal" prefix="$" suffix={t.perPerson} defaultValue="600" />
      </Field>
      <Field name="e" label={t.password} required>
        <PasswordInput defaultValue="una-frase-larga" />
      </Field>
      <Field name="f" label={t.venue} required>
        <Select options={venues} />
      </Field>
      <Field name="g" label={t.client}>
        <Combobox options={clients} />
      </Field>
      <Field name="h" label={t.client} error={t.unavailable}>
        <Combobox options={clients} defaultValue={t.clients[1]} />
      </Field>
      <Field name="i" label={t.venue}>
        <Select options={venues} disabled />
      </Field>
      <Field name="j" label={t.notes} className="sm:col-span-2">
        <Textarea defaultValue={t.notesValue} />
      </Field>
      <div className="flex flex-col">
        <Checkbox name="k" label={t.reminders} hint={t.remindersHint} defaultChecked />
        <Checkbox name="l" label={t.terms} error={t.termsError} />
        <Checkbox name="m" label={t.unavailable} disabled />
      </div>
      <RadioCards name="n" legend={t.bar} options={t.barOptions} defaultValue="national" />
      <RadioCards name="o" legend={t.bar} options={t.barOptions} error={t.unavailable} />
      <div className="flex flex-col gap-3">
        <Switch name="p" label={t.reminders} hint={t.remindersHint} defaultChecked />
        <Switch name="q" label={t.reminders} />
        <Switch name="r" label={t.unavailable} disabled />
      </div>
      <FileDrop name="s" label={t.contractFile} hint={t.contractFileHint} maxBytes={10_000_000} />
      <FileDrop label={t.contractFile} url="/dev/kit/nowhere" multiple />
      <CopyField label={t.key} value="gde_live_5f1b0c2e8a774f0f9d0e6b1c3a2d4e5f" hint={t.keyHint} />
    </div>
  );
}
