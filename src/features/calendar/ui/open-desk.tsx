"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useCallback, useEffect, useState } from "react";
import { Dialog, DialogActions, DialogClose } from "@/components/dialog";
import { Form } from "@/components/form";
import { SubmitButton } from "@/components/submit-button";
import { toastOk } from "@/components/toast";
import type { FormAction, FormState } from "@/kernel/form-state";

/** Asks whether a closure that was chosen in the calendar is over. */
export function OpenDesk({ action }: { action: FormAction }) {
  const t = useTranslations("calendar.open");
  const ui = useTranslations("ui");
  const router = useRouter();
  const [closure, setClosure] = useState<{ id: string; reason: string } | null>(null);
  useEffect(() => {
    const choose = (event: MouseEvent) => {
      const card = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-closure]") : null;
      const { closure: id, reason = "" } = card?.dataset ?? {};
      if (id) setClosure({ id, reason });
    };
    document.addEventListener("click", choose);
    return () => document.removeEventListener("click", choose);
  }, []);
  const onAnswer = useCallback(
    (state: FormState) => {
      if (state.status !== "ok") return;
      if (state.message) toastOk(state.message);
      setClosure(null);
      router.refresh();
    },
    [router],
  );
  return (
    <Dialog
      title={t("title", { reason: closure?.reason ?? "" })}
      open={closure !== null}
      onOpenChange={(isOpen) => !isOpen && setClosure(null)}
    >
      <Form action={action} hidden={{ closureId: closure?.id ?? "" }} onAnswer={onAnswer}>
        <p className="text-muted text-sm">{t("text")}</p>
        <DialogActions>
          <DialogClose label={ui("cancel")} />
          <SubmitButton variant="primary">{t("label")}</SubmitButton>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
