import { generateRegistrationOptions, type PublicKeyCredentialCreationOptionsJSON } from "@simplewebauthn/server";
import { ok, type Result, refuse } from "@/kernel/result";
import { newChallenge, relyingParty } from "@/platform/passkey-challenge";
import { type Ctx, transaction } from "@/platform/transaction";
import { authorizePerson } from "./authorize";
import { hasConfirmedIdentity } from "./queries";
import type { IdentityNotConfirmed } from "./rules";

/**
 * What the browser needs to make a passkey for the person (WebAuthn 3). Good for five minutes.
 *
 * Refuses with `confirm_identity`.
 */
export async function startPasskeyRegistration(
  ctx: Ctx,
): Promise<Result<PublicKeyCredentialCreationOptionsJSON, IdentityNotConfirmed>> {
  authorizePerson(ctx, "account.manage");
  const { userId, email, name } = ctx.actor;
  return transaction(ctx, async (tx) => {
    if (!(await hasConfirmedIdentity(tx))) return refuse({ code: "confirm_identity" });
    const held = await tx.db
      .selectFrom("passkey")
      .select(["credential_id", "transports"])
      .where("user_id", "=", userId)
      .execute();
    const { rpID, rpName } = relyingParty();
    const options = await generateRegistrationOptions({
      rpID,
      rpName,
      userID: new TextEncoder().encode(userId),
      userName: email,
      userDisplayName: name,
      challenge: newChallenge(`register:${userId}`, ctx.now),
      attestationType: "none",
      excludeCredentials: held.map(({ credential_id }) => ({ id: credential_id })),
      authenticatorSelection: { residentKey: "required", userVerification: "required" },
    });
    return ok(options);
  });
}
