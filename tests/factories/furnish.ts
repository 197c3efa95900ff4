import type { Role } from "@/kernel/actor";
import { newId } from "@/kernel/id";
import { hashSecret, newSecret } from "@/kernel/secret";
import { toDate } from "@/kernel/time";
import type { Ctx } from "@/platform/transaction";
import { asMember, type World } from "./world";

/** A member with a session in the database, whose password was shown `minutesAgo`. */
export async function asSignedIn(world: World, organization: { id: string }, role: Role, minutesAgo = 1) {
  const ctx = await asMember(world, organization, role);
  await openSession(world, ctx, ctx.actor, minutesAgo);
  return ctx;
}

/** The row of an actor's session. */
export async function openSession(
  world: World,
  ctx: Ctx,
  actor: { userId: string; sessionId: string },
  minutesAgo = 1,
): Promise<void> {
  const at = toDate(ctx.now.subtract({ minutes: minutesAgo }));
  await world.owner
    .insertInto("session")
    .values({
      id: actor.sessionId,
      user_id: actor.userId,
      token_hash: hashSecret(newSecret()),
      authenticated_at: at,
      expires_at: toDate(ctx.now.add({ hours: 1 })),
    })
    .execute();
}

/** A venue with a space and a shift. */
export async function furnish(world: World, organization_id: string): Promise<void> {
  const [venue_id, atom_id, space_id] = [newId(), newId(), newId()];
  const insert = world.owner;
  await insert
    .insertInto("venue")
    .values({
      organization_id,
      id: venue_id,
      name: "Sede",
      time_zone: "America/Mexico_City",
      currency: "MXN",
      day_cutoff: "06:00",
      position: 0,
    })
    .execute();
  await insert.insertInto("atom").values({ organization_id, id: atom_id, venue_id, name: "A" }).execute();
  await insert
    .insertInto("space")
    .values({ organization_id, id: space_id, venue_id, name: "A", capacity: 80, position: 0 })
    .execute();
  await insert.insertInto("space_atom").values({ organization_id, venue_id, space_id, atom_id }).execute();
  await insert
    .insertInto("shift")
    .values({ organization_id, id: newId(), venue_id, name: "Noche", starts: "19:00", ends: "04:00", position: 0 })
    .execute();
}

/** The row of an uploaded file, without its bytes. */
export async function newFile(
  world: World,
  organization_id: string,
  media_type: string,
  subject_type = "organization",
): Promise<string> {
  const id = newId();
  const bytes = { byte_size: 10n, sha256: "0".repeat(64), storage_key: `${organization_id}/${id}` };
  await world.owner
    .insertInto("file")
    .values({ organization_id, id, name: "logo", media_type, subject_type, ...bytes })
    .execute();
  return id;
}
