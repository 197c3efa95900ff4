"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, startTransition, useActionState, useEffect, useId, useRef } from "react";
import { type FormAction, type FormState, IDLE } from "@/kernel/form-state";
import { cn } from "./class-names";
import { FormContext } from "./form-context";
import { Notice } from "./notice";

export type FormProps = {
  action: FormAction;
  /** Values that travel with the form without being asked. */
  hidden?: Record<string, string>;
  /** Empties the form once the action answered `ok`. */
  resetOnOk?: boolean;
  /** For callers in the browser: the answer, after it arrived. */
  onAnswer?: (state: FormState) => void;
  /** Names the form for those who hear the page. */
  label?: string;
  className?: string;
  children: ReactNode;
};

/**
 * A form over a server action. It keeps what was typed whatever the answer, moves the focus to the summary of a
 * refusal, and without JavaScript posts like any form (the action's `values` then bring back what was typed).
 */
export function Form({ action, hidden = {}, resetOnOk, onAnswer, label, className, children }: FormProps) {
  const id = useId();
  const [state, send, pending] = useActionState(action, IDLE);
  const form = useRef<HTMLFormElement>(null);
  const answered = useRef(state);

  useEffect(() => {
    if (answered.current === state) return;
    answered.current = state;
    if (state.status === "ok" && resetOnOk) form.current?.reset();
    onAnswer?.(state);
  }, [state, resetOnOk, onAnswer]);

  // React empties a form after its action; sending by hand keeps every field, password and file as it was.
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (pending) return;
    const pressed = event.nativeEvent instanceof SubmitEvent ? event.nativeEvent.submitter : null;
    const data = new FormData(event.currentTarget, pressed);
    startTransition(() => send(data));
  };

  return (
    <form
      ref={form}
      action={send}
      onSubmit={submit}
      noValidate
      aria-label={label}
      className={cn("flex flex-col gap-4", className)}
    >
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <FormAnswer state={state} id={id} />
      <FormContext value={{ id, state, pending }}>{children}</FormContext>
    </form>
  );
}

function FormAnswer({ state, id }: { state: FormState; id: string }) {
  const t = useTranslations("ui");
  const summary = useRef<HTMLDivElement>(null);
  const fields = Object.entries(state.fields ?? {});

  useEffect(() => {
    if (state.status !== "idle" && state.status !== "ok") summary.current?.focus();
  }, [state]);

  if (state.status === "idle") return null;
  if (state.status === "ok") {
    return state.message ? (
      <Notice tone="confirmed" role="status">
        {state.message}
      </Notice>
    ) : null;
  }
  return (
    <Notice
      ref={summary}
      tone={state.status === "refused" ? "hold" : "danger"}
      icon="alert"
      role="alert"
      tabIndex={-1}
      title={state.message ?? t(state.status === "error" ? "form.error" : "form.invalid")}
    >
      {fields.length > 0 && (
        <ul className="mt-1 flex flex-col gap-0.5">
          {fields.map(([name, message]) => (
            <li key={name}>
              <a href={`#${id}-${name}`} className="underline underline-offset-2">
                {message}
              </a>
            </li>
          ))}
        </ul>
      )}
    </Notice>
  );
}
