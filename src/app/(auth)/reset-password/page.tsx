import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Form } from "@/components/form";
import { Notice } from "@/components/notice";
import { SubmitButton } from "@/components/submit-button";
import { NewPasswordField } from "@/features/identity/ui/new-password-field";
import { choosePassword } from "../actions";
import { type Search, Sheet, searched } from "../page-of";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth.reset"))("title") };
}

export default async function ResetPasswordPage({ searchParams }: { searchParams: Search }) {
  const t = await getTranslations("auth.reset");
  const token = await searched(searchParams, "token");
  const foot = (
    <Link href="/forgot-password" className="text-accent-ink underline underline-offset-2">
      {t("ask_again")}
    </Link>
  );
  return (
    <Sheet title={t("title")} text={t("text")} foot={foot}>
      {token ? (
        <Form action={choosePassword} hidden={{ token }} label={t("title")}>
          <NewPasswordField label={t("password")} />
          <SubmitButton size="lg" block>
            {t("submit")}
          </SubmitButton>
        </Form>
      ) : (
        <Notice tone="hold">{t("no_link")}</Notice>
      )}
    </Sheet>
  );
}
