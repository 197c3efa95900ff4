import { z } from "zod";
import { keyScopes } from "./rules";

const scopes: readonly string[] = keyScopes;

/** A new API key; `expiresInDays` absent is a key without an end, `venueIds` absent one for every venue. */
export const createApiKeySchema = z.object({
  name: z.string().trim().min(1).max(80),
  scopes: z
    .array(z.string().refine((scope) => scopes.includes(scope)))
    .min(1)
    .transform((list) => [...new Set(list)]),
  venueIds: z.array(z.uuid()).min(1).optional(),
  expiresInDays: z.coerce.number().int().min(1).max(730).optional(),
});
export type CreateApiKey = z.output<typeof createApiKeySchema>;

export const revokeApiKeySchema = z.object({ apiKeyId: z.uuid() });
export type RevokeApiKey = z.output<typeof revokeApiKeySchema>;
