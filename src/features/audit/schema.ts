import { z } from "zod";
import { auditNouns } from "./rules";

const date = z.iso.date();

/** What the address of the page asks for. What makes no sense in it is left out, not refused: it was typed by hand. */
export const auditFilterSchema = z.object({
  q: z.string().trim().min(1).max(100).optional().catch(undefined),
  /** A person's or key's id, or a kind of actor. */
  who: z
    .union([z.uuid(), z.enum(["system", "webhook", "guest"])])
    .optional()
    .catch(undefined),
  what: z.enum(auditNouns).optional().catch(undefined),
  /** First and last day, in the organization's time zone. */
  from: date.optional().catch(undefined),
  to: date.optional().catch(undefined),
  /** The last entry of the page before. */
  cursor: z.uuid().optional().catch(undefined),
});
export type AuditFilter = z.output<typeof auditFilterSchema>;
