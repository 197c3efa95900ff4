import { authorize } from "@/features/identity/authorize";
import { createSpace } from "@/features/venues/create-space";
import { ok, type Result, refuse } from "@/kernel/result";
import { type Ctx, type Tx, transaction } from "@/platform/transaction";
import type { SetUpSpaces } from "./schema";

export type SetUpSpacesRefusal = { code: "name_taken"; name: string } | { code: "one_part"; name: string };

/**
 * Third step of the wizard: the first spaces of a venue, all or none. One that can be divided is made of its parts, which
 * are sold on their own as well. Refuses with `name_taken`, or `one_part` when a space would be divided into one.
 */
export async function setUpSpaces(
  ctx: Ctx,
  input: SetUpSpaces,
): Promise<Result<{ venueId: string }, SetUpSpacesRefusal>> {
  authorize(ctx, "venue.update");
  return transaction(ctx, async (tx): Promise<Result<{ venueId: string }, SetUpSpacesRefusal>> => {
    for (const { name, capacity, parts } of input.spaces) {
      if (parts.length === 1) return refuse({ code: "one_part", name });
      const madeOf: string[] = [];
      for (const part of parts) {
        const made = await add(tx, input.venueId, part, []);
        if (!made.ok) return made;
        madeOf.push(made.value);
      }
      const made = await add(tx, input.venueId, { name, capacity }, madeOf);
      if (!made.ok) return made;
    }
    return ok({ venueId: input.venueId });
  });
}

async function add(
  tx: Tx,
  venueId: string,
  { name, capacity }: { name: string; capacity: number },
  madeOf: string[],
): Promise<Result<string, SetUpSpacesRefusal>> {
  const made = await createSpace(tx, {
    venueId,
    name,
    capacity,
    madeOf,
    setupMinutes: 0,
    teardownMinutes: 0,
    layouts: [],
  });
  if (made.ok) return ok(made.value.spaceId);
  if (made.refusal.code === "name_taken") return refuse({ code: "name_taken", name });
  throw new Error(`The parts of ${name} were made a moment ago and are gone`);
}
