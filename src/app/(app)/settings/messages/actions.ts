"use server";

import { retryMessage } from "@/features/messages/retry-message";
import { messageIdSchema } from "@/features/messages/schema";
import { action } from "@/web/action";

export const retry = action(messageIdSchema, retryMessage, {
  done: () => ({}),
  refused: { not_failed: "messages.refused.not_failed", link_gone: "messages.refused.link_gone" },
});
