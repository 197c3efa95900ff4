import { sameSecret } from "@/kernel/secret";
import { isPrivateAddress } from "./private-address";

export type MetricsAsker = {
  /** The address of the socket, never what a header says. */
  peer: string | null;
  /** Whether a proxy passed it on: then the asker is behind it, and may be anyone. */
  forwarded: boolean;
  authorization: string | null;
};

/** Whether whoever asks may read the metrics: someone inside who came directly, or anyone with METRICS_TOKEN. */
export function mayReadMetrics(asker: MetricsAsker, token: string | null): boolean {
  const given = /^Bearer (.+)$/i.exec(asker.authorization ?? "")?.[1];
  if (token !== null && given !== undefined && sameSecret(given, token)) return true;
  return !asker.forwarded && asker.peer !== null && isPrivateAddress(asker.peer);
}
