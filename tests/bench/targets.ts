/** What the design asks for; docs/bench.md says where each comes from. */
export const targets = {
  /** Milliseconds; above it, an alarm rings in production. */
  p95Ms: 5_000,
  errors: 0,
  /** Gzip, of 1,000 bytes. */
  javascriptKb: 200,
  interactiveMs: 1_000,
  againMs: 5_000,
  freshMs: 180_000,
};

export type Targets = typeof targets;
