import type { Result } from "@/kernel/result";
import { ok } from "@/kernel/result";
import { type Ctx, transaction } from "@/platform/transaction";
import { authorizeAnyone } from "./authorize";
import { checkPasskey } from "./check-passkey";
import type { SignInWithPasskey } from "./schema";
import { letIn, type SignedIn } from "./sign-in";

/** Signs in by passkey, which counts as both steps. Refuses with `passkey_refused`, whatever was wrong. */
export async function signInWithPasskey(
  ctx: Ctx,
  input: SignInWithPasskey,
): Promise<Result<SignedIn, { code: "passkey_refused" }>> {
  authorizeAnyone(ctx);
  const checked = await checkPasskey(ctx, input);
  if (!checked.ok) return checked;
  return transaction(ctx, async (tx) => ok(await letIn(tx, checked.value, input.cookieHeader, "passkey")));
}
