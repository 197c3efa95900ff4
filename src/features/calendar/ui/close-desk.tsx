"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useCallback, useState } from "react";
import { Dialog, DialogActions, DialogClose } from "@/components/dialog";
import { Field } from "@/components/field";
import { Form } from "@/components/form";
import { Input } from "@/components/input";
import { SubmitButton } from "@/components/submit-button";
import { toastOk } from "@/components/toast";
import type { FormAction, FormState } from "@/kernel/form-state";
import { type DeskVenue, PlaceFields } from "./place-fields";
import { isTaken, type Taken } from "./taken";
import { TakenCard } from "./taken-card";

type Props = { venues: readonly DeskVenue[]; date: string; action: FormAction };

/** Takes a room off sale for maintenance or a holiday. */
export function CloseDesk({ venues, date, action }: Props) {
  const t = useTranslations("calendar.close");
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
    <Dialog
      trigger={{ label: t("title"), icon: "ban" }}
      title={t("title")}
      description={t("text")}
      open={open}
      onOpenChange={setOpen}
    >
      <Form action={action} onAnswer={onAnswer} label={t("title")}>
        {taken && <TakenCard taken={taken} />}
        <Field name="reason" label={t("reason")} hint={t("reason_hint")} required>
          <Input maxLength={160} />
        </Field>
        <PlaceFields venues={venues} wanted={{ date, starts: "08:00", ends: "20:00" }} several />
        <DialogActions>
          <DialogClose label={ui("cancel")} />
          <SubmitButton variant="primary">{t("submit")}</SubmitButton>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
