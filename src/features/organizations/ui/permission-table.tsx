import { useTranslations } from "next-intl";
import { Icon } from "@/components/icon";
import { type Permission, permissionNames, permissions } from "@/features/identity/permissions";
import { type Role, roles } from "@/kernel/actor";

/** The whole of features/identity/permissions.ts as a table: one line a permission; on a phone a list of who can. */
export function PermissionTable() {
  const t = useTranslations("organizations.permissions");
  const roleName = useTranslations("organizations.roles");
  return (
    <>
      <div className="max-md:hidden">
        <table className="w-full border-separate border-spacing-0 rounded border border-line bg-surface text-sm">
          <caption className="sr-only">{t("table")}</caption>
          <thead>
            <tr>
              <th
                scope="col"
                className="sticky top-0 z-1 border-line border-b bg-paper px-3.5 py-2 text-left text-muted text-xs"
              >
                {t("permission")}
              </th>
              {roles.map((role) => (
                <th
                  key={role}
                  scope="col"
                  className="sticky top-0 z-1 border-line border-b bg-paper px-1 py-2 text-center font-[560] text-muted text-xs"
                >
                  {roleName(role)}
                </th>
              ))}
            </tr>
          </thead>
          {groups().map(({ noun, names }) => (
            <tbody key={noun}>
              <tr>
                <th
                  scope="rowgroup"
                  colSpan={roles.length + 1}
                  className="border-line border-b bg-sunken px-3.5 py-1.5 text-left font-[600] text-xs"
                >
                  {t(`nouns.${noun}`)}
                </th>
              </tr>
              {names.map((name) => (
                <tr key={name}>
                  <th scope="row" className="border-line border-b px-3.5 py-2 text-left font-normal">
                    {t(`texts.${name}`)}
                  </th>
                  {roles.map((role) => (
                    <td key={role} className="border-line border-b px-1 py-2 text-center">
                      <Mark allowed={isAllowed(name, role)} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </div>
      <div className="flex flex-col gap-5 md:hidden">
        {groups().map(({ noun, names }) => (
          <section key={noun} aria-label={t(`nouns.${noun}`)}>
            <h2 className="mb-2">{t(`nouns.${noun}`)}</h2>
            <dl className="rounded border border-line bg-surface">
              {names.map((name) => (
                <div key={name} className="border-line border-b px-4 py-2.5 last:border-b-0">
                  <dt className="font-[540] text-sm">{t(`texts.${name}`)}</dt>
                  <dd className="text-muted text-sm">
                    {roles
                      .filter((role) => isAllowed(name, role))
                      .map((role) => roleName(role))
                      .join(", ")}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </>
  );
}

function Mark({ allowed }: { allowed: boolean }) {
  const t = useTranslations("organizations.permissions");
  if (!allowed)
    return (
      <span className="text-faint">
        {<span aria-hidden="true">·</span>}
        <span className="sr-only">{t("not_allowed")}</span>
      </span>
    );
  return <Icon name="check" label={t("allowed")} className="mx-auto text-confirmed" />;
}

function isAllowed(name: Permission, role: Role): boolean {
  const allowed: readonly Role[] = permissions[name];
  return allowed.includes(role);
}

function groups(): { noun: string; names: Permission[] }[] {
  const nouns = [...new Set(permissionNames.map((name) => name.split(".")[0] ?? name))];
  return nouns.map((noun) => ({ noun, names: permissionNames.filter((name) => name.startsWith(`${noun}.`)) }));
}
