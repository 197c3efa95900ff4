import { barOf, type Claim } from "../rules";
import { ClaimFace } from "./claim-face";
import { lookOf } from "./claim-look";
import { hours } from "./hours";

type Props = {
  claim: Claim;
  /** The operating days that the card covers. */
  stretch: { first: string; last: string };
  dayCutoff: string;
  className?: string;
};

/** An event, a hold with its place in the line, or a closure, as a card in the days that it takes. */
export function ClaimCard({ claim, stretch, dayCutoff, className }: Props) {
  const { id, kind, title, headCount, rank, openable, end } = claim;
  const look = lookOf(claim);
  const bar = look === "closure" ? undefined : barOf(claim, stretch, dayCutoff);
  return <ClaimFace {...{ id, kind, title, headCount, rank, openable, end, look, bar, className }} at={hours(claim)} />;
}

/** A place that cannot be had because the whole, or a part of it, is taken: hatched, without a card of its own. */
export function SharedCard({ claim }: { claim: Claim }) {
  return <div className="claim-shared look-shared">{`${claim.spaceNames.join(" + ")}, ${hours(claim)}`}</div>;
}
