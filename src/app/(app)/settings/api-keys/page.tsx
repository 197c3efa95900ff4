import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Button } from "@/components/button";
import { Card } from "@/components/card";
import { EmptyState } from "@/components/empty-state";
import { PageHeader } from "@/components/page-header";
import { listApiKeys } from "@/features/api-keys/queries";
import { scopesToGive } from "@/features/api-keys/rules";
import { CreateKeyDialog } from "@/features/api-keys/ui/create-key-dialog";
import { KeyFields } from "@/features/api-keys/ui/key-fields";
import { KeyTable } from "@/features/api-keys/ui/key-table";
import { can } from "@/features/identity/authorize";
import { listVenues } from "@/features/venues/queries";
import { type MemberCtx, memberCtx } from "@/web/page-context";
import { create, revoke } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("organizations.api_keys"))("title") };
}

export default async function ApiKeysPage() {
  const ctx = await memberCtx("api_key.read");
  const keys = await listApiKeys(ctx);
  const t = await getTranslations("organizations.api_keys");
  const newKey = can(ctx, "api_key.create") && <NewKey ctx={ctx} />;
  return (
    <>
      <PageHeader
        title={t("title")}
        subtitle={t("subtitle")}
        actions={
          <>
            <Button href="/api/docs" icon="external-link">
              {t("docs")}
            </Button>
            {newKey}
          </>
        }
      />
      {keys.length === 0 ? (
        <Card>
          <EmptyState icon="key" title={t("empty")} text={t("empty_text")} />
        </Card>
      ) : (
        <KeyTable
          keys={keys}
          now={new Date(ctx.now.epochMilliseconds)}
          revoke={can(ctx, "api_key.revoke") ? revoke : undefined}
        />
      )}
    </>
  );
}

async function NewKey({ ctx }: { ctx: MemberCtx }) {
  const t = await getTranslations("organizations.api_keys");
  const ui = await getTranslations("ui");
  const labels = {
    create: t("create"),
    submit: t("submit"),
    created: t("created"),
    secret_hint: t("secret_hint"),
    close: ui("close"),
    cancel: ui("cancel"),
  };
  return (
    <CreateKeyDialog labels={labels} action={create}>
      <KeyFields scopes={scopesToGive(ctx.actor.roles)} venues={await listVenues(ctx)} />
    </CreateKeyDialog>
  );
}
