import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { kitIsOpen } from "./kit-is-open";

export const dynamic = "force-dynamic";

export default function KitLayout({ children }: { children: ReactNode }) {
  if (!kitIsOpen()) notFound();
  return children;
}
