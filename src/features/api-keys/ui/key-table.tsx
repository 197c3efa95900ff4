import { useFormatter, useTranslations } from "next-intl";
import { Chip, type ChipProps } from "@/components/chip";
import { DialogForm } from "@/components/dialog-form";
import { type Column, Table } from "@/components/table";
import type { FormAction } from "@/kernel/form-state";
import type { KeyState } from "../rules";

export type KeyLine = {
  id: string;
  name: string;
  prefix: string;
  scopes: readonly string[];
  createdByName: string | null;
  expiresAt: Date | null;
  lastUsedAt: Date | null;
  state: KeyState;
};

export type KeyTableProps = { keys: readonly KeyLine[]; now: Date; revoke?: FormAction };

const look: Record<KeyState, Pick<ChipProps, "tone" | "icon">> = {
  active: { tone: "confirmed", icon: "check" },
  revoked: { tone: "done", icon: "ban" },
  expired: { tone: "hold", icon: "hourglass" },
  orphaned: { tone: "danger", icon: "warning" },
};

/** The keys of the organization: what each may do, who made it, when it was used last, and whether it still works. */
export function KeyTable({ keys, now, revoke }: KeyTableProps) {
  const t = useTranslations("organizations.api_keys");
  const scopeText = useTranslations("organizations.permissions.texts");
  const format = useFormatter();
  const columns: Column<KeyLine>[] = [
    {
      key: "name",
      header: t("name"),
      cell: ({ name, prefix }) => (
        <>
          <span className="block font-[560]">{name}</span>
          <code className="text-muted text-xs">{`${prefix}…`}</code>
        </>
      ),
    },
    {
      key: "state",
      header: t("state"),
      cell: ({ state, expiresAt }) => (
        <span className="flex flex-wrap items-center gap-2 max-md:justify-end">
          <Chip {...look[state]}>{t(state)}</Chip>
          {state === "active" && expiresAt && (
            <span className="text-muted text-xs">
              {t("until", { date: format.dateTime(expiresAt, { dateStyle: "medium" }) })}
            </span>
          )}
        </span>
      ),
    },
    {
      key: "scopes",
      header: t("scopes"),
      cell: ({ scopes }) => (
        <details>
          <summary className="cursor-pointer">{t("scope_count", { count: scopes.length })}</summary>
          <ul className="mt-1 text-muted text-xs">
            {scopes.map((scope) => (
              <li key={scope}>{scopeText.has(scope) ? scopeText(scope) : scope}</li>
            ))}
          </ul>
        </details>
      ),
    },
    { key: "by", header: t("by"), cell: ({ createdByName }) => createdByName ?? t("by_nobody") },
    {
      key: "used",
      header: t("last_used"),
      cell: ({ lastUsedAt }) => (lastUsedAt ? format.relativeTime(lastUsedAt, now) : t("never_used")),
    },
  ];
  if (revoke) {
    columns.push({
      key: "actions",
      header: t("revoke"),
      hideHeader: true,
      align: "end",
      cell: ({ id, name, state }) =>
        state !== "revoked" && (
          <DialogForm
            trigger={{ label: t("revoke"), size: "sm" }}
            title={t("revoke_question", { name })}
            action={revoke}
            hidden={{ apiKeyId: id }}
            submitLabel={t("revoke")}
            danger
          >
            <p className="text-muted text-sm">{t("revoke_warning")}</p>
          </DialogForm>
        ),
    });
  }
  return <Table caption={t("list")} columns={columns} rows={keys} rowKey={({ id }) => id} />;
}
