import type { Ctx } from "@/platform/transaction";
import { purgeOrganization } from "./purge-organization";

/** What the worker runs for organizations; the organization is the context's. */
export const jobs = {
  "purge-organization": async (ctx: Ctx): Promise<void> => {
    await purgeOrganization(ctx);
  },
};
