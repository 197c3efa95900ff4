import { type VerifiedAuthenticationResponse, verifyAuthenticationResponse } from "@simplewebauthn/server";
import { ok, type Result, refuse } from "@/kernel/result";
import { toDate } from "@/kernel/time";
import { logger } from "@/platform/logger";
import { redeemChallenge, relyingParty } from "@/platform/passkey-challenge";
import { type Ctx, reading, type Tx, transaction } from "@/platform/transaction";
import { authorizeAnyone } from "./authorize";
import type { SignInWithPasskey } from "./schema";
import { findPerson, type Person } from "./store";

/**
 * Says whose passkey signed the challenge. The device has verified the person (fingerprint, face, PIN), so a passkey
 * counts as both steps. Each challenge is good once, for five minutes.
 *
 * Refuses with `passkey_refused`, whatever was wrong.
 */
export async function checkPasskey(
  ctx: Ctx,
  input: Pick<SignInWithPasskey, "response">,
): Promise<Result<Person, { code: "passkey_refused" }>> {
  authorizeAnyone(ctx);
  const held = await reading(ctx, (tx) => findPasskey(tx, input.response.id));
  const verified = held && (await verify(ctx, input, held));
  if (!verified) {
    logger.warn({ account: held?.person.email ?? null, ip: ctx.origin.ip }, "Login failed: passkey not accepted");
    return refuse({ code: "passkey_refused" });
  }
  return transaction(ctx, async (tx) => {
    await tx.db
      .updateTable("passkey")
      .set({
        counter: BigInt(verified.newCounter),
        backed_up: verified.credentialBackedUp,
        last_used_at: toDate(ctx.now),
      })
      .where("id", "=", held.passkey.id)
      .execute();
    return ok(held.person);
  });
}

type Held = NonNullable<Awaited<ReturnType<typeof findPasskey>>>;

async function findPasskey(tx: Tx, credentialId: string) {
  const passkey = await tx.db
    .selectFrom("passkey")
    .selectAll()
    .where("credential_id", "=", credentialId)
    .executeTakeFirst();
  const person = passkey && (await findPerson(tx, { id: passkey.user_id }));
  return person ? { passkey, person } : null;
}

async function verify(
  ctx: Ctx,
  { response }: Pick<SignInWithPasskey, "response">,
  { passkey }: Held,
): Promise<VerifiedAuthenticationResponse["authenticationInfo"] | null> {
  const { rpID, origin } = relyingParty();
  try {
    const answer = await verifyAuthenticationResponse({
      response,
      expectedChallenge: (challenge) => redeemChallenge(challenge, "sign-in", ctx.now),
      expectedOrigin: origin,
      expectedRPID: rpID,
      requireUserVerification: true,
      credential: {
        id: passkey.credential_id,
        publicKey: new Uint8Array(passkey.public_key),
        counter: Number(passkey.counter),
      },
    });
    return answer.verified ? answer.authenticationInfo : null;
  } catch (error) {
    logger.debug({ err: error }, "A passkey was not accepted");
    return null;
  }
}
