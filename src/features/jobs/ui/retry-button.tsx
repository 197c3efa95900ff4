"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Form } from "@/components/form";
import { SubmitButton } from "@/components/submit-button";
import { toastOk } from "@/components/toast";
import type { FormAction, FormState } from "@/kernel/form-state";

export type RetryButtonProps = { jobId: string; name: string; retry: FormAction };

/** Runs a dead job again, and shows the list as it is then. */
export function RetryButton({ jobId, name, retry }: RetryButtonProps) {
  const t = useTranslations("jobs");
  const router = useRouter();
  const show = (state: FormState) => {
    if (state.status !== "ok") return;
    toastOk(t("retried"));
    router.refresh();
  };
  return (
    <Form action={retry} hidden={{ jobId }} label={t("retry_named", { name })} onAnswer={show}>
      <SubmitButton variant="secondary" size="sm" icon="retry" aria-label={t("retry_named", { name })}>
        {t("retry")}
      </SubmitButton>
    </Form>
  );
}
