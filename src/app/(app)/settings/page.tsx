import type { Metadata } from "next";
import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import { Button } from "@/components/button";
import { Card } from "@/components/card";
import { DescriptionList } from "@/components/description-list";
import { PageHeader } from "@/components/page-header";
import { can } from "@/features/identity/authorize";
import { hasConfirmedIdentity } from "@/features/identity/queries";
import { getOrganization, type OrganizationProfile } from "@/features/organizations/queries";
import { daysUntilPurge } from "@/features/organizations/rules";
import { CloseDialog } from "@/features/organizations/ui/close-dialog";
import { LogoForm } from "@/features/organizations/ui/logo-form";
import { OrganizationForm } from "@/features/organizations/ui/organization-form";
import { countriesByName, currenciesByName } from "@/kernel/country";
import { cityOf } from "@/kernel/zone-city";
import { memberCtx } from "@/web/page-context";
import { close, removeLogo, save, setLogo } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("organizations.settings"))("title") };
}

export default async function OrganizationPage() {
  const ctx = await memberCtx("organization.read");
  const organization = await getOrganization(ctx);
  const t = await getTranslations("organizations");
  const mayChange = can(ctx, "organization.update");
  const isOwner = can(ctx, "organization.delete");
  const confirmed = isOwner && (await hasConfirmedIdentity(ctx));
  return (
    <>
      <PageHeader title={organization.name} subtitle={t("profile.subtitle")} />
      <div className="flex max-w-3xl flex-col gap-5">
        {mayChange ? <Profile organization={organization} /> : <Facts organization={organization} />}
        {mayChange && (
          <Card title={t("profile.logo")} subtitle={t("profile.logo_hint")}>
            <LogoForm
              logoFileId={organization.logoFileId}
              labels={{
                choose: t("profile.logo_choose"),
                now: t("profile.logo_now", { name: organization.name }),
                remove: t("profile.logo_remove"),
              }}
              set={setLogo}
              remove={removeLogo}
            />
          </Card>
        )}
        {isOwner && (
          <Card title={t("export.title")} subtitle={t("export.text")}>
            {confirmed ? (
              <form method="post" action="/settings/export">
                <Button type="submit" icon="download">
                  {t("export.button")}
                </Button>
              </form>
            ) : (
              <ConfirmIdentity label={t("confirm_identity.button")} hint={t("export.confirm")} />
            )}
          </Card>
        )}
        {isOwner && (
          <Card title={t("close.title")} subtitle={t("close.text", { days: daysUntilPurge })}>
            {confirmed ? (
              <CloseDialog name={organization.name} close={close} />
            ) : (
              <ConfirmIdentity label={t("confirm_identity.button")} />
            )}
          </Card>
        )}
      </div>
    </>
  );
}

async function Profile({ organization }: { organization: OrganizationProfile }) {
  const t = await getTranslations("organizations.profile");
  const locale = await getLocale();
  return (
    <Card title={t("title")}>
      <OrganizationForm
        action={save}
        submitLabel={t("save")}
        countries={countriesByName(locale).map(({ code, name }) => ({ value: code, label: name }))}
        currencies={currenciesByName(locale).map(({ code, name }) => ({ value: code, label: name, hint: code }))}
        defaults={organization}
      />
    </Card>
  );
}

async function Facts({ organization }: { organization: OrganizationProfile }) {
  const t = await getTranslations("organizations");
  const format = await getFormatter();
  const country = new Intl.DisplayNames([await getLocale()], { type: "region" }).of(organization.country);
  return (
    <Card title={t("profile.title")} footer={t("profile.read_only")}>
      <DescriptionList
        items={[
          { term: t("fields.country"), value: country },
          { term: t("fields.time_zone"), value: cityOf(organization.timeZone) },
          { term: t("fields.currency"), value: organization.currency },
          { term: t("profile.created"), value: format.dateTime(organization.createdAt, { dateStyle: "long" }) },
        ]}
      />
    </Card>
  );
}

function ConfirmIdentity({ label, hint }: { label: string; hint?: string }) {
  return (
    <>
      {hint && <p className="mb-2 text-muted text-sm">{hint}</p>}
      <Button href="/account/confirm?next=/settings" icon="lock">
        {label}
      </Button>
    </>
  );
}
