import { type Ctx, reading } from "@/platform/transaction";
import { completeDueEvents } from "./complete-due-events";
import { moveDemoForward } from "./move-demo-forward";
import { releaseExpiredHolds } from "./release-expired-holds";

export const jobs = {
  /** Every ten minutes, for the whole installation: expired holds go, events begin and end. One transaction each. */
  "keep-events-current": async (ctx: Ctx): Promise<void> => {
    const all = await reading(ctx, (tx) => tx.db.selectFrom("organization").select("id").execute());
    for (const { id } of all) {
      const there: Ctx = { ...ctx, actor: { kind: "system", organizationId: id, job: "keep-events-current" } };
      await releaseExpiredHolds(there);
      await completeDueEvents(there);
    }
  },

  /** Every day: what the demo shows stays around today. Does nothing for organizations that are not the demo's. */
  "move-demo-forward": async (ctx: Ctx): Promise<void> => {
    const demos = await reading(ctx, (tx) =>
      tx.db.selectFrom("organization").select("id").where("demo", "=", true).execute(),
    );
    for (const { id } of demos) {
      await moveDemoForward({ ...ctx, actor: { kind: "system", organizationId: id, job: "move-demo-forward" } });
    }
  },
};
