"use client";

import { useTranslations } from "next-intl";
import { startTransition, useActionState, useState } from "react";
import { Button } from "@/components/button";
import { Card } from "@/components/card";
import { Field } from "@/components/field";
import { Form } from "@/components/form";
import { Notice } from "@/components/notice";
import { PasswordInput } from "@/components/password-input";
import { SubmitButton } from "@/components/submit-button";
import { type FormAction, IDLE } from "@/kernel/form-state";
import { askForPasskey, type RequestOptions } from "./passkey-prompt";

export type ConfirmIdentityCardProps = {
  action: FormAction;
  /** For password managers, which fill in the password of this address. */
  email: string;
  /** Given when the person has a passkey. */
  passkeyOptions?: () => Promise<RequestOptions>;
};

/** Stands in front of what is sensitive, until the person has shown who they are. */
export function ConfirmIdentityCard({ action, email, passkeyOptions }: ConfirmIdentityCardProps) {
  const t = useTranslations("account.identity");
  return (
    <Card title={t("title")} subtitle={t("text")}>
      <Form action={action} label={t("title")} className="max-w-sm">
        <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
        <Field name="password" label={t("password")} required>
          <PasswordInput autoComplete="current-password" />
        </Field>
        <div className="flex flex-wrap gap-2">
          <SubmitButton>{t("confirm")}</SubmitButton>
          {passkeyOptions && <ByPasskey action={action} options={passkeyOptions} />}
        </div>
      </Form>
    </Card>
  );
}

function ByPasskey({ action, options }: { action: FormAction; options: () => Promise<RequestOptions> }) {
  const t = useTranslations();
  const [state, send, pending] = useActionState(action, IDLE);
  const [failed, setFailed] = useState(false);
  const confirm = async () => {
    const response = await askForPasskey(await options());
    setFailed(response === null);
    if (response === null) return;
    const form = new FormData();
    form.set("response", response);
    startTransition(() => send(form));
  };
  return (
    <>
      <Button icon="key" pending={pending} onClick={confirm}>
        {t("account.identity.passkey")}
      </Button>
      {(failed || state.message) && (
        <Notice tone="hold" role="alert" icon="alert" className="basis-full">
          {state.message ?? t("auth.passkey.failed")}
        </Notice>
      )}
    </>
  );
}
