"use client";

import { useTranslations } from "next-intl";
import { startTransition, useActionState, useEffect, useState } from "react";
import { Button } from "@/components/button";
import { Card } from "@/components/card";
import { Chip } from "@/components/chip";
import { ConfirmDialog } from "@/components/confirm-dialog";
import { Field } from "@/components/field";
import { Icon } from "@/components/icon";
import { Input } from "@/components/input";
import { Notice } from "@/components/notice";
import { type FormAction, IDLE } from "@/kernel/form-state";
import { type CreationOptions, hasPasskeys, makePasskey } from "./passkey-prompt";

export type ShownPasskey = { id: string; name: string; created: string; used: string; synced: boolean };
export type PasskeysCardProps = {
  passkeys: readonly ShownPasskey[];
  /** Null until the person has shown who they are. `options` is null when that was too long ago. */
  actions: { options: () => Promise<CreationOptions | null>; register: FormAction; remove: FormAction } | null;
};

/** The passkeys of the account, and a way to add one from this device. */
export function PasskeysCard({ passkeys, actions }: PasskeysCardProps) {
  const t = useTranslations("account.passkeys");
  return (
    <Card id="passkeys" title={t("title")} subtitle={t("why")}>
      {passkeys.length === 0 && <p className="text-muted text-sm">{t("none")}</p>}
      <ul className="divide-y divide-line">
        {passkeys.map((passkey) => (
          <li key={passkey.id} className="flex flex-wrap items-center gap-x-3 gap-y-2 py-2.5">
            <Icon name="key" className="text-muted" />
            <div className="min-w-0 grow basis-40 text-sm">
              <p className="truncate font-[560]">{passkey.name}</p>
              <p className="text-muted text-xs">
                {passkey.created} · {passkey.used}
              </p>
            </div>
            {passkey.synced && <Chip>{t("synced")}</Chip>}
            {actions && (
              <ConfirmDialog
                trigger={{ label: t("remove"), size: "sm" }}
                title={t("remove_title", { name: passkey.name })}
                confirmLabel={t("remove")}
                action={actions.remove}
                hidden={{ passkeyId: passkey.id }}
              >
                {t("remove_text")}
              </ConfirmDialog>
            )}
          </li>
        ))}
      </ul>
      {actions && <AddPasskey options={actions.options} register={actions.register} />}
    </Card>
  );
}

type AddPasskeyProps = { options: () => Promise<CreationOptions | null>; register: FormAction };

function AddPasskey({ options, register }: AddPasskeyProps) {
  const t = useTranslations("account");
  const [state, send, pending] = useActionState(register, IDLE);
  const [supported, setSupported] = useState(true);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => setSupported(hasPasskeys()), []);

  const add = async (form: FormData) => {
    setProblem(null);
    const made = await options();
    if (!made) return setProblem(t("refused.confirm_identity"));
    const response = await makePasskey(made);
    if (response === null) return setProblem(t("passkeys.failed"));
    form.set("response", response);
    startTransition(() => send(form));
  };

  if (!supported) return <p className="mt-3 text-muted text-sm">{t("passkeys.unsupported")}</p>;
  const said = problem ?? (state.status === "idle" ? null : state.message);
  const isOk = problem === null && state.status === "ok";
  return (
    <form
      aria-label={t("passkeys.add")}
      className="mt-3 flex flex-col gap-3 border-line border-t pt-4"
      onSubmit={(event) => {
        event.preventDefault();
        add(new FormData(event.currentTarget));
      }}
    >
      {said && (
        <Notice tone={isOk ? "confirmed" : "hold"} role={isOk ? "status" : "alert"}>
          {said}
        </Notice>
      )}
      <Field name="name" label={t("passkeys.name")} hint={t("passkeys.name_hint")} required className="max-w-sm">
        <Input maxLength={80} autoComplete="off" required />
      </Field>
      <Button type="submit" icon="plus" pending={pending} className="self-start">
        {t("passkeys.add")}
      </Button>
    </form>
  );
}
