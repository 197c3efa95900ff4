import { getTranslations } from "next-intl/server";
import { Chip } from "@/components/chip";
import type { ShownOperation, ShownSchema } from "@/web/api/served-openapi";

const tones = { get: "neutral", post: "accent", patch: "hold", put: "hold", delete: "danger" } as const;

/** One operation, folded: method, path and summary; open: what it takes and what it answers. */
export async function Operation({
  path,
  method,
  operation,
}: {
  path: string;
  method: string;
  operation: ShownOperation;
}) {
  const t = await getTranslations("api");
  const body = operation.requestBody?.content["application/json"].schema;
  return (
    <details id={operation.operationId} className="rounded border border-line bg-surface">
      <summary className="flex cursor-pointer flex-wrap items-center gap-x-3 gap-y-1 px-4 py-3">
        <Chip tone={tones[method as keyof typeof tones] ?? "neutral"}>{method.toUpperCase()}</Chip>
        <code className="break-all font-semibold text-sm">{path}</code>
        <span className="text-muted text-sm" lang="en">
          {operation.summary}
        </span>
      </summary>
      <div className="space-y-5 border-line border-t px-4 py-4 text-sm">
        <p>
          {t("scope")} <code className="rounded bg-sunken px-1.5 py-0.5">{operation["x-scope"]}</code>
        </p>
        {operation.parameters.length > 0 && (
          <Fields title={t("parameters")} rows={operation.parameters.map((one) => ({ ...one, note: one.in }))} />
        )}
        {body && <Fields title={t("body")} rows={propertiesOf(body)} />}
        <section>
          <h3 className="mb-1 font-semibold">{t("answers")}</h3>
          <ul className="space-y-1" lang="en">
            {Object.entries(operation.responses).map(([status, response]) => (
              <li key={status}>
                <code className="mr-2 font-semibold">{status}</code>
                {response.description.replaceAll("`", "")}
              </li>
            ))}
          </ul>
        </section>
        <Fields title={t("result")} rows={propertiesOf(resultOf(operation))} />
      </div>
    </details>
  );
}

type Row = { name: string; required: boolean; schema: ShownSchema; note?: string };

async function Fields({ title, rows }: { title: string; rows: Row[] }) {
  const t = await getTranslations("api");
  if (rows.length === 0) return null;
  return (
    <section>
      <h3 className="mb-1 font-semibold">{title}</h3>
      <ul className="divide-y divide-line rounded border border-line">
        {rows.map(({ name, required, schema, note }) => (
          <li key={name} className="flex flex-wrap items-baseline gap-x-3 px-3 py-1.5">
            <code className="font-semibold">{name}</code>
            <span className="text-muted">{typeName(schema)}</span>
            {note && <span className="text-muted">{note}</span>}
            {required && <Chip tone="accent">{t("required")}</Chip>}
            {schema.description && (
              <span className="basis-full text-muted" lang="en">
                {schema.description}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function resultOf(operation: ShownOperation): ShownSchema {
  const done = Object.entries(operation.responses).find(([status]) => status.startsWith("2"));
  const schema = done?.[1].content?.["application/json"]?.schema ?? {};
  return schema.properties?.items?.items ?? schema;
}

function propertiesOf(schema: ShownSchema): Row[] {
  return Object.entries(schema.properties ?? {}).map(([name, property]) => ({
    name,
    required: schema.required?.includes(name) ?? false,
    schema: property,
  }));
}

function typeName(schema: ShownSchema): string {
  if (schema.anyOf) return schema.anyOf.map(typeName).join(" | ");
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.type === "array") return `${typeName(schema.items ?? {})}[]`;
  const type = Array.isArray(schema.type) ? schema.type.join(" | ") : (schema.type ?? "any");
  return schema.format ? `${type} (${schema.format})` : type;
}
