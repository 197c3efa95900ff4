import { z } from "zod";
import type { Ctx } from "@/platform/transaction";
import { deliverMessage } from "./deliver-message";

const payloadSchema = z.object({ messageId: z.uuid() });

export const jobs = {
  /** Throws after a temporary fault, so that the queue tries again later. */
  "deliver-message": async (ctx: Ctx, payload: unknown): Promise<void> => {
    const result = await deliverMessage(ctx, payloadSchema.parse(payload));
    if (!result.ok) throw new Error(`Not sent yet: ${result.refusal.reason}`);
  },
};
