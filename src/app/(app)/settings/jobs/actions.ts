"use server";

import { retryJob } from "@/features/jobs/retry-job";
import { retryJobSchema } from "@/features/jobs/schema";
import { action } from "@/web/action";

export const retry = action(retryJobSchema, retryJob, {
  done: () => ({}),
  refused: { not_dead: "jobs.not_dead" },
});
