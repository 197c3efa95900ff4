import { headers } from "next/headers";
import { getLocale, getTranslations } from "next-intl/server";
import { Card } from "@/components/card";
import { getOrganization } from "@/features/organizations/queries";
import { OrganizationForm } from "@/features/organizations/ui/organization-form";
import { countriesByName, currenciesByName, customsOf, firstCountries } from "@/kernel/country";
import { currentVisitor, pageCtx } from "@/web/page-context";
import { beginOrganization, changeOrganization } from "./actions";

/** First step: makes the organization, or changes the one that was made when somebody came back. */
export async function OrganizationStep({ isNew }: { isNew: boolean }) {
  const t = await getTranslations("wizard");
  const locale = await getLocale();
  const made = !isNew && (await currentVisitor())?.organization ? await getOrganization(await pageCtx()) : null;
  return (
    <Card>
      <OrganizationForm
        action={made ? changeOrganization : beginOrganization}
        submitLabel={t("next")}
        countries={countriesByName(locale).map(({ code, name }) => ({ value: code, label: name }))}
        currencies={currenciesByName(locale).map(({ code, name }) => ({ value: code, label: name, hint: code }))}
        defaults={made ?? (await likelyCustoms())}
      />
    </Card>
  );
}

/** The country that the browser's language names, when it is one of ours; Mexico otherwise. */
async function likelyCustoms() {
  const accepted = (await headers()).get("accept-language") ?? "";
  const named = [...accepted.matchAll(/\b[a-z]{2}-([A-Z]{2})\b/g)].map((match) => match[1]);
  const country = firstCountries.find((code) => code === named[0] && code !== "US") ?? "MX";
  const customs = customsOf(country);
  return { country, timeZone: customs?.timeZones[0] ?? "America/Mexico_City", currency: customs?.currency ?? "MXN" };
}
