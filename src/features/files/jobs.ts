import type { Ctx } from "@/platform/transaction";
import { purgeFile } from "./purge-file";
import { fileIdSchema } from "./schema";

const purge = async (ctx: Ctx, payload: unknown): Promise<void> => {
  await purgeFile(ctx, fileIdSchema.parse(payload));
};

export const jobs = {
  "remove-orphan-file": purge,
  "purge-removed-file": purge,
};
