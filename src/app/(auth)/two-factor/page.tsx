import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Field } from "@/components/field";
import { Form } from "@/components/form";
import { Input } from "@/components/input";
import { SubmitButton } from "@/components/submit-button";
import { safeNext } from "@/features/identity/rules";
import { completeSecondStep } from "../actions";
import { onlyForGuests, type Search, Sheet, searched } from "../page-of";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth.two_factor"))("title") };
}

export default async function TwoFactorPage({ searchParams }: { searchParams: Search }) {
  const next = safeNext(await searched(searchParams, "next"));
  await onlyForGuests(next);
  const byRecoveryCode = (await searched(searchParams, "with")) === "recovery-code";
  const t = await getTranslations("auth.two_factor");
  const other = `/two-factor?next=${encodeURIComponent(next)}${byRecoveryCode ? "" : "&with=recovery-code"}`;
  const foot = (
    <Link href="/sign-in" className="text-accent-ink underline underline-offset-2">
      {t("start_again")}
    </Link>
  );
  return (
    <Sheet title={t("title")} text={t(byRecoveryCode ? "recovery_text" : "text")} foot={foot}>
      <Form action={completeSecondStep} hidden={{ next }} label={t("title")}>
        {byRecoveryCode ? (
          <Field name="code" label={t("recovery_code")} required>
            <Input autoComplete="off" autoCapitalize="characters" spellCheck={false} maxLength={40} key="recovery" />
          </Field>
        ) : (
          <Field name="code" label={t("code")} required>
            <Input inputMode="numeric" autoComplete="one-time-code" maxLength={7} autoFocus key="app" />
          </Field>
        )}
        <SubmitButton size="lg" block>
          {t("submit")}
        </SubmitButton>
      </Form>
      <Link href={other} className="text-center text-accent-ink text-sm underline underline-offset-2">
        {t(byRecoveryCode ? "use_app" : "use_recovery")}
      </Link>
    </Sheet>
  );
}
