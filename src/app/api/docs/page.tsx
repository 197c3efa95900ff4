import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Chip } from "@/components/chip";
import { openApi } from "@/web/api/served-openapi";
import { Operation } from "./operation";

export const metadata: Metadata = { title: "API" };

/** The API for people who program: everything from the OpenAPI document, in one readable page. */
export default async function ApiDocsPage() {
  const t = await getTranslations("api");
  const operations = Object.entries(openApi.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  return (
    <main id="content" className="mx-auto max-w-5xl px-4 py-8 sm:px-8">
      <header className="mb-8 border-line border-b pb-6">
        <div className="flex flex-wrap items-center gap-3">
          <h1>{t("title")}</h1>
          <Chip>{openApi.info.version}</Chip>
          <span className="grow" />
          <a className="text-accent text-sm underline" href="/api/v1/openapi.json">
            {t("document")}
          </a>
        </div>
        <p className="mt-2 max-w-[70ch] text-muted">{t("intro")}</p>
        <pre className="mt-4 whitespace-pre-wrap break-words rounded border border-line bg-sunken p-4 text-sm">
          {`curl -H "Authorization: Bearer $API_KEY" \\\n     ${t("example_host")}/api/v1/venues`}
        </pre>
        <dl className="mt-5 grid gap-4 sm:grid-cols-2">
          {(["keys", "errors", "paging", "idempotency", "limits", "times"] as const).map((name) => (
            <div key={name}>
              <dt className="font-semibold text-sm">{t(`${name}.title`)}</dt>
              <dd className="text-muted text-sm">{t(`${name}.text`)}</dd>
            </div>
          ))}
        </dl>
      </header>
      {openApi.tags.map(({ name }) => (
        <section key={name} aria-labelledby={`tag-${name}`} className="mb-10">
          <h2 id={`tag-${name}`} className="mb-3 text-lg capitalize">
            {name}
          </h2>
          <div className="space-y-3">
            {operations
              .filter(({ operation }) => operation.tags.includes(name))
              .map((one) => (
                <Operation key={one.operation.operationId} {...one} />
              ))}
          </div>
        </section>
      ))}
    </main>
  );
}
