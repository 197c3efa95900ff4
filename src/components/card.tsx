import type { ReactNode } from "react";
import { cn } from "./class-names";

export type CardProps = {
  title?: ReactNode;
  /** One quiet line under the title. */
  subtitle?: ReactNode;
  /** At the right of the title: a chip, a link, a button. */
  actions?: ReactNode;
  footer?: ReactNode;
  /** Without padding, for a table or a list that reaches the edge. */
  flush?: boolean;
  id?: string;
  className?: string;
  children?: ReactNode;
};

/** A sheet of paper with one subject. */
export function Card({ title, subtitle, actions, footer, flush, id, className, children }: CardProps) {
  return (
    <section id={id} className={cn("min-w-0 rounded border border-line bg-surface", className)}>
      {(title || actions) && (
        <header className="flex flex-wrap items-center gap-x-3 gap-y-1 px-[17px] pt-[15px]">
          <div className="min-w-0 grow basis-48">
            {title && <h2>{title}</h2>}
            {subtitle && <p className="text-muted text-sm">{subtitle}</p>}
          </div>
          {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
        </header>
      )}
      <div className={cn(flush ? "" : "px-[17px] pb-[15px]", title || actions ? "pt-2.5" : !flush && "pt-[15px]")}>
        {children}
      </div>
      {footer && <footer className="border-line border-t px-[17px] py-3 text-muted text-sm">{footer}</footer>}
    </section>
  );
}
