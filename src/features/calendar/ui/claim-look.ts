import type { Claim } from "../rules";

/** How a claim is drawn: by form as much as by colour. */
export type ClaimLook = "confirmed" | "hold" | "expired" | "closure";

export function lookOf(claim: Pick<Claim, "kind" | "blocking" | "rank">): ClaimLook {
  if (claim.kind === "closure") return "closure";
  if (claim.blocking) return "confirmed";
  return claim.rank === null ? "expired" : "hold";
}

const hold =
  "border-[1.5px] border-dashed border-hold bg-[color-mix(in_srgb,var(--hold-soft)_75%,var(--surface))] text-hold-ink";

export const claimClass: Record<ClaimLook, string> = {
  confirmed: "border border-transparent border-l-[3px] border-l-confirmed bg-confirmed-soft text-confirmed-ink",
  hold,
  expired: "border-[1.5px] border-dotted border-line-strong bg-surface text-muted",
  closure: "border border-line hatch bg-sunken text-muted",
};
