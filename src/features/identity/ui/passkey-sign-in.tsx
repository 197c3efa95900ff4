"use client";

import { useTranslations } from "next-intl";
import { startTransition, useActionState, useEffect, useState } from "react";
import { Button } from "@/components/button";
import { Notice } from "@/components/notice";
import { type FormAction, IDLE } from "@/kernel/form-state";
import { askForPasskey, hasPasskeys, offersPasskeysInFields, type RequestOptions } from "./passkey-prompt";

export type PasskeySignInProps = {
  options: () => Promise<RequestOptions>;
  action: FormAction;
  next: string;
};

/**
 * Signs in by passkey: with the button, or from the list that the browser offers in the e-mail field. Not there at all
 * in a browser that has no passkeys.
 */
export function PasskeySignIn({ options, action, next }: PasskeySignInProps) {
  const t = useTranslations("auth");
  const [state, send, pending] = useActionState(action, IDLE);
  const [offered, setOffered] = useState(false);
  const [failed, setFailed] = useState(false);

  const enter = async (fromField: boolean) => {
    setFailed(false);
    const response = await askForPasskey(await options(), fromField);
    if (response === null) {
      setFailed(!fromField);
      return;
    }
    const form = new FormData();
    form.set("response", response);
    form.set("next", next);
    startTransition(() => send(form));
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: the field's offer is made once, when the page is shown.
  useEffect(() => {
    setOffered(hasPasskeys());
    offersPasskeysInFields().then((can) => (can ? enter(true) : undefined));
  }, []);

  if (!offered) return null;
  return (
    <>
      {(failed || state.message) && (
        <Notice tone="hold" role="alert" icon="alert">
          {state.message ?? t("passkey.failed")}
        </Notice>
      )}
      <p className="flex items-center gap-3 text-faint text-xs before:h-px before:grow before:bg-line after:h-px after:grow after:bg-line">
        {t("sign_in.or")}
      </p>
      <Button icon="key" size="lg" block pending={pending} onClick={() => enter(false)}>
        {t("sign_in.passkey")}
      </Button>
    </>
  );
}
