import type { ReactNode } from "react";
import { cn } from "./class-names";
import { Icon, type IconName } from "./icon";

export type EmptyStateProps = {
  icon: IconName;
  title: ReactNode;
  /** What belongs here and what to do next. */
  text?: ReactNode;
  action?: ReactNode;
  /** `h1` when it is all that the page has to say. */
  heading?: "h1" | "h2";
  className?: string;
};

/** Nothing here yet, and the way on. */
export function EmptyState({ icon, title, text, action, heading: Heading = "h2", className }: EmptyStateProps) {
  return (
    <div className={cn("flex flex-col items-center px-6 py-12 text-center", className)}>
      <span className="mb-3 grid size-12 place-items-center rounded bg-accent-soft text-accent-ink">
        <Icon name={icon} className="size-6" />
      </span>
      <Heading className={Heading === "h1" ? "text-lg" : undefined}>{title}</Heading>
      {text && <p className="mt-1 max-w-[42ch] text-balance text-muted text-sm">{text}</p>}
      {action && <div className="mt-4 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}
