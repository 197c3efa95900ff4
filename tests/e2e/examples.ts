import { quinta } from "@/demo/cast";
import { ask } from "./behind-the-screen";
import { keptMailsTo, linkIn, mailTo } from "./mail";
import type { PageToSee } from "./pages";

/** The id in the address of a page that shows one thing: of the demo's first organization, where all its people reach. */
export async function exampleOf({ example }: PageToSee): Promise<string> {
  switch (example) {
    case undefined:
      return "";
    case "event":
      return idOf(`select event.id from event join venue on venue.id = event.venue_id
                    where event.organization_id = $1 and status = 'tentative' and venue.name = 'Hacienda San José'
                    order by starts_at desc limit 1`);
    case "message":
      return idOf("select id from message where organization_id = $1 order by id limit 1");
    case "mail":
      return (await keptMailsTo(invited))[0]?.id ?? "";
    case "invitation":
      return (
        linkIn(await mailTo(invited, /te invita/), "/invitation")
          .split("/")
          .at(-1) ?? ""
      );
  }
}

/** Whom the demo invited, and who has not answered. */
const invited = "renata.aguilar@demo.example";

async function idOf(query: string): Promise<string> {
  const [organization] = await ask("select id from organization where name = $1", [quinta.name]);
  const [found] = await ask(query, [organization?.id]);
  if (typeof found?.id !== "string") throw new Error(`The demo has nothing for: ${query}`);
  return found.id;
}
