import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { accountSecurity } from "@/features/identity/queries";
import { safeNext } from "@/features/identity/rules";
import { personCtx } from "@/web/page-context";
import { identityGate } from "../identity-gate";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account.identity"))("title") };
}

type Search = Promise<{ next?: string | string[] }>;

/** For pages elsewhere that need to know who it is: asks, and goes on to `next`. */
export default async function ConfirmIdentityPage({ searchParams }: { searchParams: Search }) {
  const ctx = await personCtx();
  const { next } = await searchParams;
  const { passkeys } = await accountSecurity(ctx);
  const { isOpen, gate } = await identityGate(ctx, passkeys.length > 0);
  if (isOpen) redirect(safeNext(typeof next === "string" ? next : undefined));
  return gate;
}
