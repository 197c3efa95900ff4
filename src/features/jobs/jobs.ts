import type { Ctx } from "@/platform/transaction";
import { purgeExpired } from "./purge-expired";

export const jobs = {
  /** Every hour, for the whole installation. */
  "purge-expired": async (ctx: Ctx): Promise<void> => {
    await purgeExpired(ctx);
  },
};
