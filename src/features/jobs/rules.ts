import type { Temporal } from "@/kernel/time";

/** `dead`: no attempts left, a person has to look. `retrying`: failed before, and its next attempt has a time. */
export type JobState = "dead" | "running" | "retrying" | "waiting";

export type Job = {
  id: string;
  task: string;
  state: JobState;
  attempts: number;
  maxAttempts: number;
  lastError: string | null;
  /** When it is, or was, due. */
  runAt: Temporal.Instant;
  createdAt: Temporal.Instant;
};

type JobFacts = { attempts: number; maxAttempts: number; isLocked: boolean };

/** What a job is doing. The attempt under way counts, so a running job may have used its last one. */
export function stateOfJob({ attempts, maxAttempts, isLocked }: JobFacts): JobState {
  if (isLocked) return "running";
  if (attempts >= maxAttempts) return "dead";
  return attempts > 0 ? "retrying" : "waiting";
}

/** The first line of an error, short enough for a table; null when there was none. */
export function readableError(error: string | null): string | null {
  const line = error?.split("\n").find((text) => text.trim() !== "");
  if (line === undefined) return null;
  return line.length > 300 ? `${line.slice(0, 299).trimEnd()}…` : line.trim();
}
