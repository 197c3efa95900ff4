import type { Claim } from "../rules";

/** How a claim is drawn: by form as much as by colour. */
export type ClaimLook = "confirmed" | "hold" | "expired" | "closure";

export function lookOf(claim: Pick<Claim, "kind" | "blocking" | "rank">): ClaimLook {
  if (claim.kind === "closure") return "closure";
  if (claim.blocking) return "confirmed";
  return claim.rank === null ? "expired" : "hold";
}

/** The looks are in src/app/calendar.css, with those of the other parts of the calendar. */
export const claimClass: Record<ClaimLook, string> = {
  confirmed: "look-confirmed",
  hold: "look-hold",
  expired: "look-expired",
  closure: "look-closure",
};
