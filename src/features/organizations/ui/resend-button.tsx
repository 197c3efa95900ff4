"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { Button } from "@/components/button";
import { toastError, toastOk } from "@/components/toast";
import { type FormAction, IDLE } from "@/kernel/form-state";

export type ResendButtonProps = { invitationId: string; email: string; label: string; resend: FormAction };

/** Sends an invitation again with one press; the answer is a toast. */
export function ResendButton({ invitationId, email, label, resend }: ResendButtonProps) {
  const router = useRouter();
  const [pending, start] = useTransition();
  const send = () =>
    start(async () => {
      const form = new FormData();
      form.set("invitationId", invitationId);
      const answer = await resend(IDLE, form);
      if (answer.status === "ok") toastOk(answer.message ?? label);
      else toastError(answer.message ?? label);
      router.refresh();
    });
  return (
    <Button size="sm" icon="send" pending={pending} onClick={send} aria-label={`${label}: ${email}`}>
      {label}
    </Button>
  );
}
