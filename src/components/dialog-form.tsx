"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import type { FormAction, FormState } from "@/kernel/form-state";
import { Dialog, DialogActions, DialogClose } from "./dialog";
import { Form } from "./form";
import { SubmitButton } from "./submit-button";
import { toastOk } from "./toast";
import type { Trigger } from "./trigger";

export type DialogFormProps = {
  trigger: Trigger;
  title: string;
  description?: ReactNode;
  action: FormAction;
  hidden?: Record<string, string>;
  submitLabel: string;
  /** The deed takes something away. */
  danger?: boolean;
  wide?: boolean;
  children?: ReactNode;
};

/** A small task over the page: once it is done it closes, says so, and the page behind shows the new state. */
export function DialogForm({ trigger, title, description, action, hidden, submitLabel, ...rest }: DialogFormProps) {
  const t = useTranslations("ui");
  const router = useRouter();
  const [open, setOpen] = useState(false);
  // Here and not after the answer was drawn: the deed may take the very line away that this dialog belongs to.
  const actAndFinish = async (previous: FormState, data: FormData) => {
    const state = await action(previous, data);
    if (state.status !== "ok") return state;
    setOpen(false);
    if (state.message) toastOk(state.message);
    router.refresh();
    return state;
  };
  return (
    <Dialog
      trigger={trigger}
      title={title}
      description={description}
      open={open}
      onOpenChange={setOpen}
      wide={rest.wide}
    >
      <Form action={actAndFinish} hidden={hidden}>
        {rest.children}
        <DialogActions>
          <DialogClose label={t("cancel")} />
          <SubmitButton variant={rest.danger ? "danger" : "primary"}>{submitLabel}</SubmitButton>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
