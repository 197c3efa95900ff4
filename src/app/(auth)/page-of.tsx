import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { safeNext } from "@/features/identity/rules";
import { currentVisitor } from "@/web/page-context";

export type Search = Promise<Record<string, string | string[] | undefined>>;

/** One value of the address; the first where somebody gave several. */
export async function searched(search: Search, name: string): Promise<string | undefined> {
  const value = (await search)[name];
  return Array.isArray(value) ? value[0] : value;
}

/** Whoever is signed in already goes on to where they wanted to. */
export async function onlyForGuests(next: string | undefined): Promise<void> {
  if (await currentVisitor()) redirect(safeNext(next));
}

/** The sheet of every page before somebody is signed in. */
export function Sheet({
  title,
  text,
  children,
  foot,
}: {
  title: string;
  text?: ReactNode;
  children: ReactNode;
  foot?: ReactNode;
}) {
  return (
    <>
      <section className="rounded border border-line bg-surface p-5 sm:p-7">
        <h1>{title}</h1>
        {text && <p className="mt-1 text-muted text-sm">{text}</p>}
        <div className="mt-5 flex flex-col gap-4">{children}</div>
      </section>
      {foot && <p className="mt-5 text-center text-muted text-sm">{foot}</p>}
    </>
  );
}
