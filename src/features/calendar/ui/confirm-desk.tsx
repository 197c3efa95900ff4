"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Dialog, DialogActions, DialogClose } from "@/components/dialog";
import { Field } from "@/components/field";
import { Form } from "@/components/form";
import { SubmitButton } from "@/components/submit-button";
import { Textarea } from "@/components/textarea";
import { toastOk } from "@/components/toast";
import type { FormAction, FormState } from "@/kernel/form-state";
import type { Wanted } from "./place-fields";
import { isTaken, type Taken } from "./taken";
import { TakenCard } from "./taken-card";

type Props = {
  eventId: string;
  /** Where it is held, when that is one space: it can then be moved to a way out. */
  held: Wanted | null;
  labels: Record<"trigger" | "title" | "text" | "reason" | "reason_hint" | "submit", string>;
  confirm: FormAction;
  move: FormAction;
};

/** Confirms a hold. When somebody else has the place by now it says who, and moves the hold to a way out in one press. */
export function ConfirmDesk({ eventId, held, labels, confirm, move }: Props) {
  const ui = useTranslations("ui");
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [taken, setTaken] = useState<Taken | null>(null);
  const openOrClose = (next: boolean) => {
    setOpen(next);
    if (next) setTaken(null);
  };
  // Around the deed and not after its answer was drawn: once confirmed, the page has no such button any more.
  const withAnswer = (action: FormAction) => async (previous: FormState, data: FormData) => {
    const state = await action(previous, data);
    if (isTaken(state.value)) setTaken(state.value);
    if (state.status !== "ok") return state;
    if (state.message) toastOk(state.message);
    setOpen(false);
    router.refresh();
    return state;
  };
  return (
    <Dialog
      trigger={{ label: labels.trigger, icon: "check", variant: "primary" }}
      title={labels.title}
      description={taken ? undefined : labels.text}
      open={open}
      onOpenChange={openOrClose}
    >
      {taken ? (
        <Form key="taken" action={withAnswer(move)} hidden={hiddenOf(eventId, held)} label={labels.title}>
          <TakenCard taken={held ? taken : { ...taken, alternatives: [] }} />
          <DialogActions>
            <DialogClose label={ui("close")} />
          </DialogActions>
        </Form>
      ) : (
        <Form key="free" action={withAnswer(confirm)} hidden={{ eventId }} label={labels.title}>
          <Field name="reason" label={labels.reason} hint={labels.reason_hint} required>
            <Textarea rows={3} maxLength={500} />
          </Field>
          <DialogActions>
            <DialogClose label={ui("cancel")} />
            <SubmitButton>{labels.submit}</SubmitButton>
          </DialogActions>
        </Form>
      )}
    </Dialog>
  );
}

function hiddenOf(eventId: string, held: Wanted | null): Record<string, string> {
  const { spaceId = "", date = "", starts = "", ends = "" } = held ?? {};
  return { eventId, spaceId, date, starts, ends };
}
