import { notFound } from "next/navigation";
import type { ReactNode } from "react";

export const dynamic = "force-dynamic";

/** The kit is for those who build; in production it is not there unless KIT=1 asks for it. */
export default function KitLayout({ children }: { children: ReactNode }) {
  if (process.env.NODE_ENV === "production" && process.env.KIT !== "1") notFound();
  return children;
}
