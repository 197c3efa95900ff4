import { identityConfirmedUntil } from "@/features/identity/queries";
import { ConfirmIdentityCard } from "@/features/identity/ui/confirm-identity-card";
import type { PersonCtx } from "@/web/page-context";
import { identityPasskeyOptions, proveIdentity } from "./actions";

/** Whether sensitive forms may be shown now, and what stands in their place while they may not. */
export async function identityGate(ctx: PersonCtx, hasPasskeys: boolean) {
  if (await identityConfirmedUntil(ctx)) return { isOpen: true, gate: null } as const;
  const gate = (
    <ConfirmIdentityCard
      action={proveIdentity}
      email={ctx.actor.email}
      passkeyOptions={hasPasskeys ? identityPasskeyOptions : undefined}
    />
  );
  return { isOpen: false, gate } as const;
}
