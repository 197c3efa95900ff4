import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Field } from "@/components/field";
import { Form } from "@/components/form";
import { Input } from "@/components/input";
import { PasswordInput } from "@/components/password-input";
import { SubmitButton } from "@/components/submit-button";
import { safeNext } from "@/features/identity/rules";
import { PasskeySignIn } from "@/features/identity/ui/passkey-sign-in";
import { IfRefused } from "@/features/identity/ui/until-ok";
import { enter, enterWithPasskey, passkeyOptions } from "../actions";
import { onlyForGuests, type Search, Sheet, searched } from "../page-of";
import { DemoPeople } from "./demo-people";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth.sign_in"))("title") };
}

export default async function SignInPage({ searchParams }: { searchParams: Search }) {
  const next = safeNext(await searched(searchParams, "next"));
  await onlyForGuests(next);
  const t = await getTranslations("auth.sign_in");
  const foot = (
    <>
      {t("no_account")}{" "}
      <Link href="/sign-up" className="text-accent-ink underline underline-offset-2">
        {t("sign_up")}
      </Link>
    </>
  );
  return (
    <>
      <Sheet title={t("title")} foot={foot}>
        <Form action={enter} hidden={{ next }} label={t("title")}>
          <Field name="email" label={t("email")} required>
            <Input
              type="email"
              autoComplete="username webauthn"
              inputMode="email"
              autoCapitalize="off"
              spellCheck={false}
              defaultValue={await searched(searchParams, "email")}
            />
          </Field>
          <Field name="password" label={t("password")} required>
            <PasswordInput autoComplete="current-password" />
          </Field>
          <IfRefused code="email_not_verified">
            <Link href="/verify-email" className="text-accent-ink text-sm underline underline-offset-2">
              {t("resend")}
            </Link>
          </IfRefused>
          <SubmitButton size="lg" block>
            {t("submit")}
          </SubmitButton>
        </Form>
        <Link href="/forgot-password" className="text-center text-accent-ink text-sm underline underline-offset-2">
          {t("forgot")}
        </Link>
        <PasskeySignIn options={passkeyOptions} action={enterWithPasskey} next={next} />
      </Sheet>
      <DemoPeople />
    </>
  );
}
