"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import type { FormAction, FormState } from "@/kernel/form-state";
import { Dialog, DialogActions, DialogClose } from "./dialog";
import { Form } from "./form";
import { SubmitButton } from "./submit-button";
import type { Trigger } from "./trigger";

export type ConfirmDialogProps = {
  trigger: Trigger;
  /** The question, with the name of the thing in it. */
  title: string;
  /** What will happen, and what will not. */
  children: ReactNode;
  confirmLabel: string;
  action: FormAction;
  hidden?: Record<string, string>;
  /** The name that has to be typed before the button works, for what cannot be undone. */
  typeToConfirm?: string;
  danger?: boolean;
};

/** Asks before something that cannot be taken back. */
export function ConfirmDialog({ trigger, title, children, confirmLabel, action, hidden, ...rest }: ConfirmDialogProps) {
  const t = useTranslations("ui");
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState("");
  const { typeToConfirm, danger = true } = rest;
  const blocked = typeToConfirm !== undefined && typed.trim() !== typeToConfirm;
  const closeWhenDone = (state: FormState) => {
    if (state.status === "ok") setOpen(false);
  };
  return (
    <Dialog trigger={trigger} title={title} open={open} onOpenChange={setOpen}>
      <Form action={action} hidden={hidden} onAnswer={closeWhenDone}>
        <div className="text-muted text-sm">{children}</div>
        {typeToConfirm !== undefined && (
          <label className="flex flex-col gap-1.5 text-sm">
            <span>{t.rich("confirm.type", { name: typeToConfirm, b: (chunks) => <b>{chunks}</b> })}</span>
            <input
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
              autoComplete="off"
              className="h-9 rounded border border-line-field bg-surface px-3 pointer-coarse:h-11 pointer-coarse:text-[1rem]"
            />
          </label>
        )}
        <DialogActions>
          <DialogClose label={t("cancel")} />
          <SubmitButton variant={danger ? "danger" : "primary"} disabled={blocked}>
            {confirmLabel}
          </SubmitButton>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
