import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Field } from "@/components/field";
import { Form } from "@/components/form";
import { Input } from "@/components/input";
import { PasswordInput } from "@/components/password-input";
import { SubmitButton } from "@/components/submit-button";
import { UntilOk } from "@/features/identity/ui/until-ok";
import { confirmAddress, sendVerificationAgain } from "../actions";
import { type Search, Sheet, searched } from "../page-of";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth.verify_email"))("title") };
}

/** Showing the page changes nothing, so that programs that look into mailed links do not use them up. */
export default async function VerifyEmailPage({ searchParams }: { searchParams: Search }) {
  const t = await getTranslations("auth.verify_email");
  const token = await searched(searchParams, "token");
  if (!token) return <AskAgain />;
  return (
    <Sheet title={t("title")} text={t("text")}>
      <Form action={confirmAddress} hidden={{ token }} label={t("title")}>
        <Field name="password" label={t("password")} required>
          <PasswordInput autoComplete="current-password" />
        </Field>
        <SubmitButton size="lg" block>
          {t("submit")}
        </SubmitButton>
      </Form>
      <p className="flex flex-wrap justify-center gap-x-5 gap-y-2 text-sm">
        <Link href="/forgot-password" className="text-accent-ink underline underline-offset-2">
          {t("forgot")}
        </Link>
        <Link href="/verify-email" className="text-accent-ink underline underline-offset-2">
          {t("resend_title")}
        </Link>
      </p>
    </Sheet>
  );
}

async function AskAgain() {
  const t = await getTranslations("auth.verify_email");
  return (
    <Sheet title={t("resend_title")} text={t("resend_text")}>
      <Form action={sendVerificationAgain} label={t("resend_title")}>
        <UntilOk>
          <Field name="email" label={t("email")} required>
            <Input type="email" autoComplete="username" inputMode="email" autoCapitalize="off" spellCheck={false} />
          </Field>
          <SubmitButton size="lg" block>
            {t("resend")}
          </SubmitButton>
        </UntilOk>
      </Form>
    </Sheet>
  );
}
