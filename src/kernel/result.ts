/**
 * What a verb answers: its value, or a refusal that a person can act on.
 *
 * A refusal is a literal union per verb, told apart by `code`. A returned refusal rolls the verb's transaction back.
 */
export type Result<Value, R extends Refusal = never> = { ok: true; value: Value } | { ok: false; refusal: R };

export type Refusal = { code: string };

/** The verb did what was asked. */
export function ok<Value>(value: Value): { ok: true; value: Value } {
  return { ok: true, value };
}

/** The verb did nothing, and says why. */
export function refuse<const R extends Refusal>(refusal: R): { ok: false; refusal: R } {
  return { ok: false, refusal };
}
