import { audit } from "@/features/audit/audit";
import { authorize } from "@/features/identity/authorize";
import { ok, type Result, refuse } from "@/kernel/result";
import { toDate } from "@/kernel/time";
import { type Ctx, transaction } from "@/platform/transaction";
import { isEditable } from "./rules";
import type { UpdateEvent } from "./schema";
import { eventForAudit, lockEvent } from "./store";

export type UpdatedEvent = { eventId: string; number: number; title: string };

export type UpdateEventRefusal = { code: "not_editable"; status: string };

/**
 * Changes what an event is called, for whom and for how many; when and where is for `moveEvent`.
 * Refuses with `not_editable` once it is closed, cancelled or lost.
 */
export async function updateEvent(ctx: Ctx, input: UpdateEvent): Promise<Result<UpdatedEvent, UpdateEventRefusal>> {
  authorize(ctx, "event.update");
  const { organizationId } = ctx.actor;
  return transaction(ctx, async (tx) => {
    const event = await lockEvent(tx, organizationId, input.eventId);
    if (!isEditable(event.status)) return refuse({ code: "not_editable", status: event.status });
    const changed = {
      ...event,
      title: input.title ?? event.title,
      type: input.type ?? event.type,
      clientName: input.clientName === undefined ? event.clientName : input.clientName || null,
      headCount: input.headCount === undefined ? event.headCount : input.headCount,
    };
    await tx.db
      .updateTable("event")
      .set({
        title: changed.title,
        type: changed.type,
        client_name: changed.clientName,
        head_count: changed.headCount,
        updated_at: toDate(tx.now),
      })
      .where("organization_id", "=", organizationId)
      .where("id", "=", event.id)
      .execute();
    const subject = { type: "event", id: event.id, name: changed.title };
    await audit(tx, "event.updated", subject, { before: eventForAudit(event), after: eventForAudit(changed) });
    return ok({ eventId: event.id, number: event.number, title: changed.title });
  });
}
