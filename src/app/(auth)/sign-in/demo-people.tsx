import { getTranslations } from "next-intl/server";
import { Form } from "@/components/form";
import { Icon } from "@/components/icon";
import { type DemoPerson, listDemoPeople } from "@/features/identity/sign-in-as-demo";
import { pageCtx } from "@/web/page-context";
import { enterDemo } from "../actions";

/** On somebody's own machine: the people of the demo, one press each. Anywhere else there are none. */
export async function DemoPeople() {
  const people = await listDemoPeople(await pageCtx());
  if (people.length === 0) return null;
  const t = await getTranslations("auth.demo");
  const organizations = [...new Set(people.map(({ organization }) => organization))];
  return (
    <section aria-labelledby="demo-people" className="mt-6">
      <h2 id="demo-people" className="text-sm">
        {t("title")}
      </h2>
      <p className="text-muted text-xs">{t("text")}</p>
      {organizations.map((organization) => (
        <details
          key={organization}
          className="mt-3 rounded border border-line bg-surface"
          open={organization === organizations[0]}
        >
          <summary className="cursor-pointer px-4 py-2.5 font-[560] text-sm">{organization}</summary>
          <ul className="divide-y divide-line border-line border-t">
            {people
              .filter((person) => person.organization === organization)
              .map((person) => (
                <li key={person.email}>
                  <PersonButton person={person} />
                </li>
              ))}
          </ul>
        </details>
      ))}
    </section>
  );
}

async function PersonButton({ person }: { person: DemoPerson }) {
  const roles = await getTranslations("organizations.roles");
  return (
    <Form action={enterDemo} hidden={{ email: person.email }} label={person.name} className="gap-0">
      <button
        type="submit"
        className="flex min-h-11 w-full items-center gap-3 px-4 py-1.5 text-left text-sm hover:bg-sunken"
      >
        <span className="grow">{person.name}</span>
        <span className="text-muted text-xs">{roles(person.role)}</span>
        <Icon name="chevron-right" className="text-faint" />
      </button>
    </Form>
  );
}
