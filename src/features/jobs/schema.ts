import { z } from "zod";

export const retryJobSchema = z.object({ jobId: z.string().regex(/^\d{1,18}$/) });

export type RetryJob = z.infer<typeof retryJobSchema>;
