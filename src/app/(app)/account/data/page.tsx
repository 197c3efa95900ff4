import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { Button } from "@/components/button";
import { Card } from "@/components/card";
import { Field } from "@/components/field";
import { Form } from "@/components/form";
import { Input } from "@/components/input";
import { SubmitButton } from "@/components/submit-button";
import { accountSecurity, listOwnPlaces } from "@/features/identity/queries";
import { personCtx } from "@/web/page-context";
import { deleteMyAccount } from "../actions";
import { identityGate } from "../identity-gate";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account"))("tabs.data") };
}

export default async function DataPage() {
  const ctx = await personCtx();
  const { passkeys } = await accountSecurity(ctx);
  const { isOpen, gate } = await identityGate(ctx, passkeys.length > 0);
  const places = await listOwnPlaces(ctx);
  const t = await getTranslations("account.data");
  const format = await getFormatter();
  return (
    <>
      <Card title={t("export_title")} subtitle={t("export_text")}>
        <form method="post" action="/account/data/export">
          <Button type="submit" icon="download">
            {t("export")}
          </Button>
        </form>
      </Card>
      <Card title={t("delete_title")} subtitle={t("delete_text")}>
        {places.length > 0 && (
          <p className="mb-4 text-sm">{t("delete_places", { places: format.list(places.map(({ name }) => name)) })}</p>
        )}
        {isOpen && (
          <Form action={deleteMyAccount} label={t("delete_title")} className="max-w-sm">
            <Field name="email" label={t("delete_email", { email: ctx.actor.email })} required>
              <Input type="email" autoComplete="off" autoCapitalize="off" spellCheck={false} />
            </Field>
            <SubmitButton variant="danger" className="self-start">
              {t("delete")}
            </SubmitButton>
          </Form>
        )}
      </Card>
      {gate}
    </>
  );
}
