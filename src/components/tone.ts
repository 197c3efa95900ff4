export type Tone = "neutral" | "accent" | "confirmed" | "hold" | "danger" | "done";

/** Soft ground with its readable ink, for chips, notices and icon tiles. */
export const TONE_SOFT: Record<Tone, string> = {
  neutral: "bg-sunken text-muted",
  accent: "bg-accent-soft text-accent-ink",
  confirmed: "bg-confirmed-soft text-confirmed-ink",
  hold: "bg-hold-soft text-hold-ink",
  danger: "bg-danger-soft text-danger-ink",
  done: "bg-done-soft text-muted",
};

/** The full colour, for bars and dots; never alone as the carrier of a meaning. */
export const TONE_SOLID: Record<Tone, string> = {
  neutral: "bg-line-strong",
  accent: "bg-accent",
  confirmed: "bg-confirmed",
  hold: "bg-hold",
  danger: "bg-danger",
  done: "bg-done",
};
