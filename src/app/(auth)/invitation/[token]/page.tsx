import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { leave } from "@/app/(app)/actions";
import { Button } from "@/components/button";
import { Card } from "@/components/card";
import { Field } from "@/components/field";
import { Form } from "@/components/form";
import { Input } from "@/components/input";
import { Notice } from "@/components/notice";
import { PasswordInput } from "@/components/password-input";
import { SubmitButton } from "@/components/submit-button";
import { invitationOfLink, type ShownInvitation } from "@/features/organizations/queries";
import { shortestPassword } from "@/kernel/password-policy";
import { pageCtx } from "@/web/page-context";
import { accept } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("organizations.invitation"))("title") };
}

export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const ctx = await pageCtx();
  const invitation = await invitationOfLink(ctx, token);
  if (invitation?.state !== "open") return <DeadLink state={invitation?.state ?? "unknown"} />;
  const ownEmail = ctx.actor.kind === "user" ? ctx.actor.email : null;
  return (
    <Invited invitation={invitation}>
      <Answer invitation={invitation} token={token} ownEmail={ownEmail} />
    </Invited>
  );
}

async function DeadLink({ state }: { state: "unknown" | "accepted" | "revoked" | "expired" }) {
  const t = await getTranslations("organizations.invitation");
  return (
    <Card>
      <h1>{t("dead_title")}</h1>
      <p className="mt-2 mb-4 text-muted">{t(state)}</p>
      <Button href="/">{t("go_home")}</Button>
    </Card>
  );
}

async function Invited({ invitation, children }: { invitation: ShownInvitation; children: ReactNode }) {
  const t = await getTranslations("organizations.invitation");
  const roleName = await getTranslations("organizations.roles");
  const list = new Intl.ListFormat(await getLocale(), { type: "conjunction" });
  const roles = list.format(invitation.roles.map((role) => roleName(role)));
  return (
    <Card>
      <h1>{t("heading", { organization: invitation.organizationName })}</h1>
      <p className="mt-1 mb-5 break-words text-muted">{t("as", { roles, email: invitation.email })}</p>
      {children}
    </Card>
  );
}

type AnswerProps = { invitation: ShownInvitation; token: string; ownEmail: string | null };

async function Answer({ invitation, token, ownEmail }: AnswerProps) {
  const t = await getTranslations("organizations.invitation");
  const { email } = invitation;
  if (ownEmail === email) {
    return (
      <Form action={accept} hidden={{ token }}>
        <p className="text-muted text-sm">{t("signed_in_as", { email })}</p>
        <SubmitButton size="lg" block>
          {t("accept")}
        </SubmitButton>
      </Form>
    );
  }
  if (ownEmail !== null) {
    return (
      <form action={leave} className="flex flex-col gap-4">
        <Notice tone="hold" title={t("other_email", { email, own: ownEmail })}>
          {t("other_email_hint")}
        </Notice>
        <SubmitButton variant="secondary" size="lg" block>
          {t("sign_out")}
        </SubmitButton>
      </form>
    );
  }
  if (invitation.hasAccount) {
    return (
      <div className="flex flex-col gap-4">
        <p className="text-sm">{t("has_account", { email })}</p>
        <Button href={`/sign-in?next=${encodeURIComponent(`/invitation/${token}`)}`} variant="primary" size="lg" block>
          {t("sign_in")}
        </Button>
      </div>
    );
  }
  const locale = (await getLocale()).startsWith("en") ? "en" : "es";
  return (
    <Form action={accept} hidden={{ token, locale }}>
      <p className="text-sm">{t("new_account")}</p>
      {/* For password managers: whose password it is. */}
      <input
        className="sr-only"
        name="username"
        autoComplete="username"
        value={email}
        readOnly
        tabIndex={-1}
        aria-hidden
      />
      <Field name="name" label={t("name")} required>
        <Input autoComplete="name" maxLength={200} />
      </Field>
      <Field name="password" label={t("password")} hint={t("password_hint", { minimum: shortestPassword })} required>
        <PasswordInput autoComplete="new-password" />
      </Field>
      <SubmitButton size="lg" block>
        {t("create")}
      </SubmitButton>
    </Form>
  );
}
