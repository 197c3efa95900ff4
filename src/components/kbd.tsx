import type { ReactNode } from "react";
import { cn } from "./class-names";

/** A key of the keyboard. */
export function Kbd({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <kbd
      className={cn(
        "whitespace-nowrap rounded-[4px] border border-line bg-surface px-[5px] font-medium font-sans text-[0.6875rem] text-faint",
        className,
      )}
    >
      {children}
    </kbd>
  );
}
