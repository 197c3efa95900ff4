import { type VerifiedRegistrationResponse, verifyRegistrationResponse } from "@simplewebauthn/server";
import { newId } from "@/kernel/id";
import { ok, type Result, refuse } from "@/kernel/result";
import { toDate } from "@/kernel/time";
import { logger } from "@/platform/logger";
import { redeemChallenge, relyingParty } from "@/platform/passkey-challenge";
import { type Ctx, transaction } from "@/platform/transaction";
import { auditInEveryPlace } from "../audit/audit";
import { authorizePerson } from "./authorize";
import { hasConfirmedIdentity } from "./queries";
import type { IdentityNotConfirmed } from "./rules";
import type { RegisterPasskey } from "./schema";
import { accountOf, tellOwner, theirOwn } from "./store";

/**
 * Keeps the passkey that the browser made for the person. Its device has to verify the person, because a passkey lets
 * in alone.
 *
 * Refuses with `confirm_identity`, or `passkey_refused` (another challenge, another site, too late, known already).
 */
export async function registerPasskey(
  ctx: Ctx,
  input: RegisterPasskey,
): Promise<Result<{ passkeyId: string }, IdentityNotConfirmed | { code: "passkey_refused" }>> {
  authorizePerson(ctx, "account.manage");
  const { actor } = ctx;
  const made = await verify(ctx, input, actor.userId);
  return transaction(ctx, async (tx) => {
    if (!(await hasConfirmedIdentity(tx))) return refuse({ code: "confirm_identity" });
    if (!made) return refuse({ code: "passkey_refused" });
    const person = await theirOwn(tx, actor);
    const passkeyId = newId<"passkey">();
    const kept = await tx.db
      .insertInto("passkey")
      .values({
        id: passkeyId,
        user_id: person.id,
        name: input.name,
        credential_id: made.credential.id,
        public_key: Buffer.from(made.credential.publicKey),
        counter: BigInt(made.credential.counter),
        backed_up: made.credentialBackedUp,
        transports: input.response.response.transports,
        created_at: toDate(tx.now),
      })
      .onConflict((conflict) => conflict.column("credential_id").doNothing())
      .executeTakeFirst();
    if (kept.numInsertedOrUpdatedRows !== 1n) return refuse({ code: "passkey_refused" });
    await auditInEveryPlace(tx, person.id, "account.passkey_registered", accountOf(person), {
      after: { name: input.name },
    });
    await tellOwner(tx, person, "passkey-added");
    return ok({ passkeyId });
  });
}

async function verify(
  ctx: Ctx,
  { response }: RegisterPasskey,
  userId: string,
): Promise<VerifiedRegistrationResponse["registrationInfo"] | null> {
  const { rpID, origin } = relyingParty();
  try {
    const answer = await verifyRegistrationResponse({
      response,
      expectedChallenge: (challenge) => redeemChallenge(challenge, `register:${userId}`, ctx.now),
      expectedOrigin: origin,
      expectedRPID: rpID,
      requireUserVerification: true,
    });
    return answer.verified ? answer.registrationInfo : null;
  } catch (error) {
    logger.debug({ err: error }, "A new passkey was not accepted");
    return null;
  }
}
