"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Card } from "@/components/card";
import { Chip } from "@/components/chip";
import { ConfirmDialog } from "@/components/confirm-dialog";
import { CopyField } from "@/components/copy-field";
import { Field } from "@/components/field";
import { Form } from "@/components/form";
import { Input } from "@/components/input";
import { SubmitButton } from "@/components/submit-button";
import type { FormAction } from "@/kernel/form-state";
import { RecoveryCodes } from "./recovery-codes";
import { UntilOk } from "./until-ok";

export type TwoFactorCardProps = {
  /** When it was turned on, as people read it; null while it is off. */
  since: string | null;
  codesLeft: number;
  /** The secret that waits for its first code, with the picture of its QR code. */
  pending: { secret: string; qr: ReactNode } | null;
  /** Null until the person has shown who they are: then there is only something to read. */
  actions: { enable: FormAction; confirm: FormAction; disable: FormAction; regenerate: FormAction } | null;
};

/** The second step: off, being set up, or on with its recovery codes. */
export function TwoFactorCard({ since, codesLeft, pending, actions }: TwoFactorCardProps) {
  const t = useTranslations("account");
  const state = since ? (
    <Chip tone="confirmed" icon="shield-check">
      {t("two_factor.on")}
    </Chip>
  ) : (
    <Chip>{t("two_factor.off")}</Chip>
  );
  return (
    <Card id="two-factor" title={t("two_factor.title")} subtitle={since ?? t("two_factor.why")} actions={state}>
      {actions && (
        <div className="flex flex-col gap-4">
          {!since && !pending && (
            <Form action={actions.enable} label={t("two_factor.title")}>
              <SubmitButton className="self-start">{t("two_factor.enable")}</SubmitButton>
            </Form>
          )}
          {/* Stays in its place when the second step turns on, because its answer holds the recovery codes. */}
          <Form action={actions.confirm} label={t("two_factor.confirm")} className={since || pending ? "" : "hidden"}>
            <RecoveryCodes />
            {pending && (
              <UntilOk>
                <SetUp {...pending} />
              </UntilOk>
            )}
          </Form>
          {since && <Recovery codesLeft={codesLeft} regenerate={actions.regenerate} />}
          {since && (
            <div>
              <ConfirmDialog
                trigger={{ label: t("two_factor.disable") }}
                title={t("two_factor.disable_title")}
                confirmLabel={t("two_factor.disable")}
                action={actions.disable}
              >
                {t("two_factor.disable_text")}
              </ConfirmDialog>
            </div>
          )}
        </div>
      )}
    </Card>
  );
}

function SetUp({ secret, qr }: { secret: string; qr: ReactNode }) {
  const t = useTranslations("account.two_factor");
  return (
    <>
      <p className="text-sm">{t("scan")}</p>
      {qr}
      <CopyField label={t("type")} value={secret} />
      <p className="text-sm">{t("then")}</p>
      <Field name="code" label={t("code")} required className="max-w-48">
        <Input inputMode="numeric" autoComplete="one-time-code" maxLength={7} />
      </Field>
      <SubmitButton className="self-start">{t("confirm")}</SubmitButton>
    </>
  );
}

function Recovery({ codesLeft, regenerate }: { codesLeft: number; regenerate: FormAction }) {
  const t = useTranslations("account.recovery");
  return (
    <section aria-label={t("title")} className="border-line border-t pt-4">
      <h3 className="font-semibold text-sm">
        {t("title")} <span className="font-normal text-muted">· {t("left", { count: codesLeft })}</span>
      </h3>
      <p className="mb-3 text-muted text-sm">{t("why")}</p>
      <Form action={regenerate} label={t("regenerate")}>
        <RecoveryCodes />
        <SubmitButton variant="secondary" className="self-start">
          {t("regenerate")}
        </SubmitButton>
      </Form>
    </section>
  );
}
