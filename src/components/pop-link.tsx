import Link from "next/link";
import type { ReactNode } from "react";
import { cn } from "./class-names";
import { Icon, type IconName } from "./icon";

const popItemClass =
  "flex w-full items-center gap-2.5 rounded-sm px-2.5 py-[7px] text-left font-medium text-muted text-sm hover:bg-sunken hover:text-text pointer-coarse:min-h-11";

export type PopLinkProps = { href: string; icon?: IconName; current?: boolean; children: ReactNode };

/** A line of a panel of the shell: an organization to change to, one's account. */
export function PopLink({ href, icon, current, children }: PopLinkProps) {
  return (
    <Link href={href} aria-current={current ? "true" : undefined} className={cn(popItemClass, current && "text-text")}>
      {icon && <Icon name={icon} />}
      <span className="min-w-0 grow truncate">{children}</span>
      {current && <Icon name="check" className="text-accent" />}
    </Link>
  );
}

/** The same line as the button of a form: sign out, change to an organization. */
export function PopButton({ icon, current, children }: Omit<PopLinkProps, "href">) {
  return (
    <button type="submit" data-closes aria-current={current ? "true" : undefined} className={popItemClass}>
      {icon && <Icon name={icon} />}
      <span className="min-w-0 grow truncate">{children}</span>
      {current && <Icon name="check" className="text-accent" />}
    </button>
  );
}
