import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { Field } from "@/components/field";
import { Form } from "@/components/form";
import { Input } from "@/components/input";
import { SubmitButton } from "@/components/submit-button";
import { NewPasswordField } from "@/features/identity/ui/new-password-field";
import { OnceOk, UntilOk } from "@/features/identity/ui/until-ok";
import { openAccount } from "../actions";
import { onlyForGuests, Sheet } from "../page-of";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth.sign_up"))("title") };
}

export default async function SignUpPage() {
  await onlyForGuests("/");
  const t = await getTranslations("auth.sign_up");
  const locale = (await getLocale()).slice(0, 2) === "en" ? "en" : "es";
  const foot = (
    <>
      {t("have_account")}{" "}
      <Link href="/sign-in" className="text-accent-ink underline underline-offset-2">
        {t("sign_in")}
      </Link>
    </>
  );
  return (
    <Sheet title={t("title")} text={t("text")} foot={foot}>
      <Form action={openAccount} hidden={{ locale }} label={t("title")}>
        <UntilOk>
          <Field name="name" label={t("name")} required>
            <Input autoComplete="name" maxLength={200} />
          </Field>
          <Field name="email" label={t("email")} required>
            <Input type="email" autoComplete="username" inputMode="email" autoCapitalize="off" spellCheck={false} />
          </Field>
          <NewPasswordField label={t("password")} />
          <SubmitButton size="lg" block>
            {t("submit")}
          </SubmitButton>
        </UntilOk>
        <OnceOk>
          <p className="text-muted text-sm">
            {t("not_arrived")}{" "}
            <Link href="/verify-email" className="text-accent-ink underline underline-offset-2">
              {t("resend")}
            </Link>
            .
          </p>
        </OnceOk>
      </Form>
    </Sheet>
  );
}
