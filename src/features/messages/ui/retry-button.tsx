"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Form } from "@/components/form";
import { SubmitButton } from "@/components/submit-button";
import { toastOk } from "@/components/toast";
import type { FormAction, FormState } from "@/kernel/form-state";

/** Sends the message once more, and shows how it stands then. */
export function RetryButton({ messageId, retry }: { messageId: string; retry: FormAction }) {
  const t = useTranslations("messages");
  const router = useRouter();
  const show = (state: FormState) => {
    if (state.status !== "ok") return;
    toastOk(t("retry.done"));
    router.refresh();
  };
  return (
    <Form action={retry} hidden={{ messageId }} label={t("retry.button")} onAnswer={show}>
      <SubmitButton icon="retry">{t("retry.button")}</SubmitButton>
    </Form>
  );
}
