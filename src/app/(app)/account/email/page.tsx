import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Card } from "@/components/card";
import { Form } from "@/components/form";
import { SubmitButton } from "@/components/submit-button";
import { UntilOk } from "@/features/identity/ui/until-ok";
import { personCtx } from "@/web/page-context";
import { takeEmail } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account.email"))("confirm_title") };
}

type Search = Promise<{ token?: string | string[] }>;

/** Where the link in the mail to the new address leads. Showing the page changes nothing. */
export default async function ConfirmEmailPage({ searchParams }: { searchParams: Search }) {
  await personCtx();
  const { token } = await searchParams;
  const t = await getTranslations("account.email");
  return (
    <Card title={t("confirm_title")}>
      <Form action={takeEmail} hidden={{ token: typeof token === "string" ? token : "" }} label={t("confirm_title")}>
        <UntilOk>
          <p className="text-muted text-sm">{t("confirm_text")}</p>
          <SubmitButton className="self-start">{t("confirm")}</SubmitButton>
        </UntilOk>
      </Form>
      <Link href="/account" className="mt-4 inline-block text-accent-ink text-sm underline underline-offset-2">
        {t("back")}
      </Link>
    </Card>
  );
}
