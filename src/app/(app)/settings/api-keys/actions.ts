"use server";

import { createApiKey } from "@/features/api-keys/create-api-key";
import { revokeApiKey } from "@/features/api-keys/revoke-api-key";
import { createApiKeySchema, revokeApiKeySchema } from "@/features/api-keys/schema";
import { action } from "@/web/action";

export const create = action(createApiKeySchema, createApiKey, {
  done: ({ name, secret }) => ({ message: "organizations.api_keys.secret", params: { name }, value: { secret } }),
  refused: { scope_not_yours: "organizations.refused.scope_not_yours" },
});

export const revoke = action(revokeApiKeySchema, revokeApiKey, {
  done: ({ name }) => ({ message: "organizations.api_keys.revoked_done", params: { name } }),
  refused: { already_revoked: "organizations.refused.already_revoked" },
});
