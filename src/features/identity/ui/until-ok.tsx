"use client";

import { type ReactNode, useContext } from "react";
import { FormContext } from "@/components/form-context";

/** The part of a form that has served once the answer was `ok`; what the form says stays. */
export function UntilOk({ children }: { children: ReactNode }) {
  return useContext(FormContext)?.state.status === "ok" ? null : children;
}
