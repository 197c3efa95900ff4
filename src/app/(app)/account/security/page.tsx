import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { Card } from "@/components/card";
import { Form } from "@/components/form";
import { SubmitButton } from "@/components/submit-button";
import { accountSecurity, pendingTwoFactor, type Security } from "@/features/identity/queries";
import { NewPasswordField } from "@/features/identity/ui/new-password-field";
import { PasskeysCard } from "@/features/identity/ui/passkeys-card";
import { TwoFactorCard } from "@/features/identity/ui/two-factor-card";
import type { Temporal } from "@/kernel/time";
import { personCtx } from "@/web/page-context";
import {
  dropPasskey,
  keepPasskey,
  newPasskeyOptions,
  newRecoveryCodes,
  setPassword,
  startTwoFactor,
  turnTwoFactorOff,
  turnTwoFactorOn,
} from "../actions";
import { identityGate } from "../identity-gate";
import { QrCode } from "./qr-code";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account"))("tabs.security") };
}

export default async function SecurityPage() {
  const ctx = await personCtx();
  const security = await accountSecurity(ctx);
  const { isOpen, gate } = await identityGate(ctx, security.passkeys.length > 0);
  const t = await getTranslations("account");
  const day = await dayFormat();
  const changed = security.passwordChangedAt && t("password.changed", { date: day(security.passwordChangedAt) });
  const pending = isOpen ? await pendingTwoFactor(ctx) : null;
  return (
    <>
      {gate}
      <Card title={t("password.title")} subtitle={changed}>
        {isOpen && (
          <Form action={setPassword} resetOnOk label={t("password.change")} className="max-w-sm">
            <input type="text" name="username" autoComplete="username" value={ctx.actor.email} readOnly hidden />
            <NewPasswordField label={t("password.new")} about={[ctx.actor.name, ctx.actor.email]} />
            <SubmitButton variant="secondary" className="self-start">
              {t("password.change")}
            </SubmitButton>
          </Form>
        )}
      </Card>
      <TwoFactorCard
        since={security.twoFactorSince && t("two_factor.since", { date: day(security.twoFactorSince) })}
        codesLeft={security.recoveryCodesLeft}
        pending={pending && { secret: pending.secret, qr: <QrCode text={pending.uri} label={t("two_factor.qr")} /> }}
        actions={
          isOpen
            ? {
                enable: startTwoFactor,
                confirm: turnTwoFactorOn,
                disable: turnTwoFactorOff,
                regenerate: newRecoveryCodes,
              }
            : null
        }
      />
      <PasskeysCard
        passkeys={await shownPasskeys(security.passkeys)}
        actions={isOpen ? { options: newPasskeyOptions, register: keepPasskey, remove: dropPasskey } : null}
      />
    </>
  );
}

async function shownPasskeys(passkeys: Security["passkeys"]) {
  const t = await getTranslations("account.passkeys");
  const day = await dayFormat();
  return passkeys.map(({ id, name, createdAt, lastUsedAt, backedUp }) => ({
    id,
    name,
    created: t("created", { date: day(createdAt) }),
    used: lastUsedAt ? t("used", { date: day(lastUsedAt) }) : t("never"),
    synced: backedUp,
  }));
}

async function dayFormat() {
  const format = await getFormatter();
  return (at: Temporal.Instant) => format.dateTime(at.epochMilliseconds, { dateStyle: "long" });
}
