/** What the server says of a place that is taken: who has it, and the ways out. Local times at the venue. */
export type Taken = {
  spaceName: string;
  holder: {
    kind: "event" | "closure";
    title: string | null;
    spaceName: string;
    start: string;
    end: string;
    until: string;
  };
  alternatives: {
    kind: "other_space" | "other_day";
    spaceIds: string[];
    spaceName: string;
    capacity: number;
    start: string;
    end: string;
    holds: number;
  }[];
};

/** Whether an answer's value is that. The server made it; this only tells it from other answers. */
export function isTaken(value: unknown): value is Taken {
  return typeof value === "object" && value !== null && "holder" in value && "alternatives" in value;
}
