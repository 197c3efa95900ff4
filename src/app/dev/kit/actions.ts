"use server";

import { notFound } from "next/navigation";
import type { PaletteItem } from "@/components/palette-item";
import { matches } from "@/components/palette-match";
import type { FormState } from "@/kernel/form-state";
import { kitIsOpen } from "./kit-is-open";
import { samples } from "./samples";

/** Answers as the form asks it to, after the time that a real one takes. */
export async function answerAsAsked(_previous: FormState, data: FormData): Promise<FormState> {
  const t = samples("es");
  await pause();
  const values = { name: String(data.get("name") ?? ""), email: String(data.get("email") ?? "") };
  switch (data.get("answer")) {
    case "refused":
      return { status: "refused", message: t.answers.refused, values };
    case "invalid":
      return { status: "invalid", fields: { email: t.emailError, terms: t.termsError }, values };
    case "error":
      return { status: "error", values };
    default:
      return { status: "ok", message: t.answers.ok };
  }
}

export async function rememberNothing(_data: FormData): Promise<void> {}

export async function findSamples(query: string): Promise<PaletteItem[]> {
  const t = samples("es");
  await pause();
  return t.clients
    .filter((client) => matches(query, client))
    .map((client) => ({ key: client, label: client, hint: t.client, icon: "user", group: t.client, href: "/dev/kit" }));
}

async function pause(): Promise<void> {
  if (!kitIsOpen()) notFound();
  await new Promise((resolve) => setTimeout(resolve, 400));
}
