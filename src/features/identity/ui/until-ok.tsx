"use client";

import { type ReactNode, useContext } from "react";
import { FormContext } from "@/components/form-context";

/** The part of a form that has served once the answer was `ok`; what the form says stays. */
export function UntilOk({ children }: { children: ReactNode }) {
  return useContext(FormContext)?.state.status === "ok" ? null : children;
}

/** The part of a form that is only of use after its answer was `ok`. */
export function OnceOk({ children }: { children: ReactNode }) {
  return useContext(FormContext)?.state.status === "ok" ? children : null;
}

/** The way out that belongs to one refusal: shown when the action's answer names it. */
export function IfRefused({ code, children }: { code: string; children: ReactNode }) {
  const state = useContext(FormContext)?.state;
  return state?.status === "refused" && state.value === code ? children : null;
}
