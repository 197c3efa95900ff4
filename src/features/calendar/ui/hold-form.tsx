"use client";

import { useTranslations } from "next-intl";
import { useCallback, useState } from "react";
import { DialogActions, DialogClose } from "@/components/dialog";
import { Field } from "@/components/field";
import { Form } from "@/components/form";
import { Input } from "@/components/input";
import { Select, type SelectOption } from "@/components/select";
import { SubmitButton } from "@/components/submit-button";
import type { FormAction, FormState } from "@/kernel/form-state";
import { type DeskVenue, PlaceFields, type Wanted } from "./place-fields";
import { isTaken, type Taken } from "./taken";
import { TakenCard } from "./taken-card";

type Props = {
  venues: readonly DeskVenue[];
  types: readonly SelectOption[];
  wanted: Wanted;
  action: FormAction;
  onDone: (state: FormState) => void;
};

const holdDays = [1, 3, 7, 14, 30];

/** Holds a room: where, when, for what and for whom, and until when. A taken place answers with the ways out. */
export function HoldForm({ venues, types, wanted, action, onDone }: Props) {
  const t = useTranslations("calendar.form");
  const ui = useTranslations("ui");
  const [taken, setTaken] = useState<Taken | null>(null);
  const onAnswer = useCallback(
    (state: FormState) => {
      setTaken(isTaken(state.value) ? state.value : null);
      if (state.status === "ok") onDone(state);
    },
    [onDone],
  );
  return (
    <Form action={action} onAnswer={onAnswer} label={t("title")}>
      {taken && <TakenCard taken={taken} />}
      <Field name="title" label={t("event_title")} hint={t("event_title_hint")} required>
        <Input maxLength={160} autoFocus />
      </Field>
      <PlaceFields venues={venues} wanted={wanted} />
      <div className="grid gap-3 sm:grid-cols-2">
        <Field name="type" label={t("type")} required>
          <Select options={types} defaultValue="wedding" />
        </Field>
        <Field name="headCount" label={t("head_count")}>
          <Input type="number" inputMode="numeric" min={1} />
        </Field>
        <Field name="clientName" label={t("client")}>
          <Input maxLength={160} autoComplete="off" />
        </Field>
        <Field name="holdDays" label={t("hold_until")} required>
          <Select
            defaultValue="7"
            options={holdDays.map((days) => ({ value: String(days), label: t("hold_days", { days }) }))}
          />
        </Field>
      </div>
      <DialogActions>
        <DialogClose label={ui("cancel")} />
        <SubmitButton variant="primary">{t("submit")}</SubmitButton>
      </DialogActions>
    </Form>
  );
}
