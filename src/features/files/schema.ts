import { z } from "zod";

/** What a file belongs to: a noun of the dictionary, and the thing's id; the organization's own files have none. */
export const fileSubjectSchema = z.object({
  type: z.string().regex(/^[a-z][a-z_]{0,39}$/),
  id: z.uuid().nullable(),
});
export type FileSubject = z.infer<typeof fileSubjectSchema>;

export const fileIdSchema = z.object({ fileId: z.uuid() });
export type FileIdInput = z.infer<typeof fileIdSchema>;
