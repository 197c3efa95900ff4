import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Field } from "@/components/field";
import { Form } from "@/components/form";
import { Input } from "@/components/input";
import { SubmitButton } from "@/components/submit-button";
import { UntilOk } from "@/features/identity/ui/until-ok";
import { askForReset } from "../actions";
import { Sheet } from "../page-of";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth.forgot"))("title") };
}

export default async function ForgotPasswordPage() {
  const t = await getTranslations("auth.forgot");
  const foot = (
    <Link href="/sign-in" className="text-accent-ink underline underline-offset-2">
      {t("back")}
    </Link>
  );
  return (
    <Sheet title={t("title")} text={t("text")} foot={foot}>
      <Form action={askForReset} label={t("title")}>
        <UntilOk>
          <Field name="email" label={t("email")} required>
            <Input type="email" autoComplete="username" inputMode="email" autoCapitalize="off" spellCheck={false} />
          </Field>
          <SubmitButton size="lg" block>
            {t("submit")}
          </SubmitButton>
        </UntilOk>
      </Form>
    </Sheet>
  );
}
