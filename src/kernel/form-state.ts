/**
 * What a server action answers to a form: `refused` is a rule of the business, `invalid` a field to mend (see `fields`),
 * `error` a fault of ours. `values` brings back what was typed for a page that was sent without JavaScript.
 */
export type FormState = {
  status: "idle" | "ok" | "refused" | "invalid" | "error";
  message?: string;
  fields?: Record<string, string>;
  values?: Record<string, string>;
  /** What the page shows once after an `ok`, such as a new key, or of a refusal, such as the ways out. */
  value?: unknown;
};

export const IDLE: FormState = { status: "idle" };

/** A server action that a `Form` can call. */
export type FormAction = (previous: FormState, data: FormData) => Promise<FormState>;
