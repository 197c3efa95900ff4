import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Card } from "@/components/card";
import { Field } from "@/components/field";
import { Form } from "@/components/form";
import { Input } from "@/components/input";
import { RadioCards } from "@/components/radio-cards";
import { Select } from "@/components/select";
import { SubmitButton } from "@/components/submit-button";
import { accountSecurity } from "@/features/identity/queries";
import { currentVisitor, personCtx } from "@/web/page-context";
import { askForEmail, saveProfile } from "./actions";
import { identityGate } from "./identity-gate";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account"))("title") };
}

export default async function ProfilePage() {
  const ctx = await personCtx();
  const { passkeys } = await accountSecurity(ctx);
  const { isOpen, gate } = await identityGate(ctx, passkeys.length > 0);
  const t = await getTranslations("account");
  return (
    <>
      <Profile />
      <Card title={t("email.title")} subtitle={t("email.current", { email: ctx.actor.email })}>
        {isOpen && (
          <Form action={askForEmail} resetOnOk label={t("email.change")} className="max-w-sm">
            <Field name="email" label={t("email.new")} required>
              <Input type="email" autoComplete="email" inputMode="email" autoCapitalize="off" spellCheck={false} />
            </Field>
            <SubmitButton variant="secondary" className="self-start">
              {t("email.change")}
            </SubmitButton>
          </Form>
        )}
      </Card>
      {gate}
    </>
  );
}

async function Profile() {
  const visitor = await currentVisitor();
  const t = await getTranslations("account.profile");
  const themes = [
    { value: "system", label: t("system"), hint: t("system_hint"), icon: "monitor" },
    { value: "light", label: t("light"), icon: "sun" },
    { value: "dark", label: t("dark"), icon: "moon" },
  ] as const;
  const languages = [
    { value: "es", label: t("spanish") },
    { value: "en", label: t("english") },
  ];
  return (
    <Card title={t("title")}>
      <Form action={saveProfile} label={t("title")}>
        <Field name="name" label={t("name")} hint={t("name_hint")} required className="max-w-sm">
          <Input autoComplete="name" maxLength={200} defaultValue={visitor?.actor.name} />
        </Field>
        <Field name="locale" label={t("language")} required className="max-w-48">
          <Select options={languages} defaultValue={visitor?.locale} />
        </Field>
        <RadioCards name="theme" legend={t("theme")} options={themes} defaultValue={visitor?.theme} columns={3} />
        <SubmitButton className="self-start">{t("save")}</SubmitButton>
      </Form>
    </Card>
  );
}
