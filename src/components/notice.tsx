import type { ComponentProps, ReactNode } from "react";
import { cn } from "./class-names";
import { Icon, type IconName } from "./icon";
import { TONE_SOFT, type Tone } from "./tone";

const ICON: Record<Tone, IconName> = {
  neutral: "info",
  accent: "info",
  confirmed: "check-circle",
  hold: "hourglass",
  danger: "warning",
  done: "info",
};

export type NoticeProps = Omit<ComponentProps<"div">, "title"> & {
  tone?: Tone;
  icon?: IconName;
  title?: ReactNode;
  action?: ReactNode;
};

/** A message that stays on the page. Give `role="alert"` or `role="status"` when it appears after something was done. */
export function Notice({ tone = "accent", icon, title, action, className, children, ...rest }: NoticeProps) {
  return (
    <div {...rest} className={cn("flex items-start gap-2.5 rounded px-3.5 py-2.5 text-sm", TONE_SOFT[tone], className)}>
      <Icon name={icon ?? ICON[tone]} className="mt-px" />
      <div className="min-w-0 grow">
        {title && <p className="font-semibold">{title}</p>}
        {children}
      </div>
      {action}
    </div>
  );
}
