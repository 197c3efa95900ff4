import { toDate } from "@/kernel/time";
import type { Ctx } from "@/platform/transaction";
import { authorizeSystem } from "./authorize";

export const jobs = {
  /** Daily: sessions and links that are over say where people were, and are of no more use. */
  "purge-sign-ins": async (ctx: Ctx): Promise<void> => {
    authorizeSystem(ctx);
    const now = toDate(ctx.now);
    await ctx.db.deleteFrom("session").where("expires_at", "<", now).execute();
    await ctx.db.deleteFrom("verification").where("expires_at", "<", now).execute();
  },
};
