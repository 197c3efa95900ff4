import { refresh } from "next/cache";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { z } from "zod";
import { Conflict, InvalidInput, KnownError } from "@/kernel/errors";
import type { FormAction, FormState } from "@/kernel/form-state";
import type { Refusal, Result } from "@/kernel/result";
import { logger } from "@/platform/logger";
import type { Ctx } from "@/platform/transaction";
import { applySetCookie } from "./cookies";
import { formToObject, parseInput } from "./input";
import { pageCtx } from "./page-context";

/** What happens after the verb did its work: a text to show (key of a catalogue), a page to go to, cookies to set. */
export type Done = {
  message?: string;
  params?: Record<string, string | number>;
  redirectTo?: string;
  cookies?: readonly string[];
  /** What the page shows once, such as a new key. */
  value?: unknown;
};

/**
 * Makes a server action of a verb: builds the context, parses the form, calls, and says what came of it in the
 * person's language. `refused` names a text for every refusal of the verb; leaving one out does not compile.
 */
export function action<S extends z.ZodType, V, R extends Refusal>(
  schema: S,
  verb: (ctx: Ctx, input: z.output<S>) => Promise<Result<V, R>>,
  outcome: {
    done: (value: V) => Done;
    refused: Record<R["code"], string>;
    /** What the page shows of a refusal besides its text, such as the ways out. */
    shown?: (refusal: R) => unknown;
  },
): FormAction {
  return async (_previous, form) => {
    const values = typed(form);
    let done: Done;
    try {
      const result = await verb(await pageCtx(), parseInput(schema, formToObject(form)));
      if (!result.ok) {
        const code: R["code"] = result.refusal.code;
        const message = await text(outcome.refused[code], scalars(result.refusal));
        return { status: "refused", message, values, value: outcome.shown?.(result.refusal) };
      }
      done = outcome.done(result.value);
    } catch (error) {
      return { ...(await explain(error)), values };
    }
    if (done.cookies) applySetCookie(await cookies(), done.cookies);
    if (done.redirectTo) goTo(done.redirectTo);
    refresh();
    return { status: "ok", message: done.message && (await text(done.message, done.params)), value: done.value };
  };
}

/**
 * Makes a server action of a verb for a lone button, which has no form to show an answer in: what goes wrong is thrown
 * and becomes the page of the error.
 */
export function buttonAction<S extends z.ZodType, V, R extends Refusal>(
  schema: S,
  verb: (ctx: Ctx, input: z.output<S>) => Promise<Result<V, R>>,
  done: (value: V) => Pick<Done, "redirectTo" | "cookies">,
): (form: FormData) => Promise<void> {
  return async (form) => {
    const result = await verb(await pageCtx(), parseInput(schema, formToObject(form)));
    if (!result.ok) throw new Conflict(result.refusal.code);
    const outcome = done(result.value);
    if (outcome.cookies) applySetCookie(await cookies(), outcome.cookies);
    if (outcome.redirectTo) goTo(outcome.redirectTo);
    refresh();
  };
}

/** To another page, whole: the frame around it may be another person's or organization's by now. */
function goTo(path: string): never {
  refresh();
  redirect(path);
}

async function explain(error: unknown): Promise<FormState> {
  const t = await getTranslations("errors");
  if (error instanceof InvalidInput) {
    const fields = error.issues.map((issue) => [issue.path, t(`field.${issue.code}`, issue.params)]);
    return { status: "invalid", message: t("invalid_input"), fields: Object.fromEntries(fields) };
  }
  if (error instanceof KnownError) {
    return {
      status: "error",
      message: t(error.code, "retryAfter" in error ? { seconds: Number(error.retryAfter) } : undefined),
    };
  }
  if (isNextControl(error)) throw error;
  logger.error({ err: error }, "A server action failed");
  return { status: "error", message: t("unexpected") };
}

async function text(key: string, params?: Record<string, string | number>): Promise<string> {
  return (await getTranslations())(key, params);
}

function typed(form: FormData): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of form) {
    if (typeof value === "string" && !/password|code|secret|^\$ACTION/i.test(name)) kept[name] = value;
  }
  return kept;
}

function scalars(refusal: Refusal): Record<string, string | number> {
  const kept: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(refusal)) {
    if (typeof value === "string" || typeof value === "number") kept[name] = value;
  }
  return kept;
}

/** redirect(), notFound() and the like travel as errors with a digest. */
function isNextControl(error: unknown): boolean {
  return error instanceof Error && "digest" in error;
}
