"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useCallback, useState } from "react";
import { Dialog, DialogActions, DialogClose } from "@/components/dialog";
import { Form } from "@/components/form";
import { SubmitButton } from "@/components/submit-button";
import { toastOk } from "@/components/toast";
import type { FormAction, FormState } from "@/kernel/form-state";
import { type DeskVenue, PlaceFields, type Wanted } from "./place-fields";
import { isTaken, type Taken } from "./taken";
import { TakenCard } from "./taken-card";

type Props = {
  venues: readonly DeskVenue[];
  wanted: Wanted;
  eventId: string;
  labels: { title: string; submit: string };
  action: FormAction;
};

/** Gives an event another room, day or hours; a taken place answers with the ways out. */
export function MoveDesk({ venues, wanted, eventId, labels, action }: Props) {
  const ui = useTranslations("ui");
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [taken, setTaken] = useState<Taken | null>(null);
  const onAnswer = useCallback(
    (state: FormState) => {
      setTaken(isTaken(state.value) ? state.value : null);
      if (state.status !== "ok") return;
      if (state.message) toastOk(state.message);
      setOpen(false);
      router.refresh();
    },
    [router],
  );
  return (
    <Dialog trigger={{ label: labels.title, icon: "calendar" }} title={labels.title} open={open} onOpenChange={setOpen}>
      <Form action={action} hidden={{ eventId }} onAnswer={onAnswer} label={labels.title}>
        {taken && <TakenCard taken={taken} />}
        <PlaceFields venues={venues} wanted={wanted} />
        <DialogActions>
          <DialogClose label={ui("cancel")} />
          <SubmitButton variant="primary">{labels.submit}</SubmitButton>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
