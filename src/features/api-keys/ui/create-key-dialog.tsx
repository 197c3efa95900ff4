"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/button";
import { CopyField } from "@/components/copy-field";
import { Dialog, DialogActions, DialogClose } from "@/components/dialog";
import { Form } from "@/components/form";
import { SubmitButton } from "@/components/submit-button";
import type { FormAction, FormState } from "@/kernel/form-state";

export type CreateKeyDialogProps = {
  labels: Record<"create" | "submit" | "created" | "secret_hint" | "close" | "cancel", string>;
  action: FormAction;
  /** The fields of the form. */
  children: ReactNode;
};

type Created = { label: string; secret: string };

/** Asks for a new key, and then shows it: this once, with a button that copies it. */
export function CreateKeyDialog({ labels, action, children }: CreateKeyDialogProps) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [created, setCreated] = useState<Created | null>(null);
  const openOrClose = (next: boolean) => {
    setOpen(next);
    if (next || !created) return;
    setCreated(null);
    router.refresh();
  };
  return (
    <Dialog
      trigger={{ label: labels.create, icon: "plus", variant: "primary" }}
      title={created ? labels.created : labels.create}
      open={open}
      onOpenChange={openOrClose}
      wide
    >
      {created ? (
        <>
          <CopyField label={created.label} value={created.secret} hint={labels.secret_hint} />
          <DialogActions>
            <Button variant="primary" onClick={() => openOrClose(false)}>
              {labels.close}
            </Button>
          </DialogActions>
        </>
      ) : (
        <Form action={action} onAnswer={(state) => setCreated(createdOf(state))}>
          {children}
          <DialogActions>
            <DialogClose label={labels.cancel} />
            <SubmitButton>{labels.submit}</SubmitButton>
          </DialogActions>
        </Form>
      )}
    </Dialog>
  );
}

function createdOf({ status, message, value }: FormState): Created | null {
  if (status !== "ok" || typeof value !== "object" || value === null || !("secret" in value)) return null;
  return { label: message ?? "", secret: String(value.secret) };
}
