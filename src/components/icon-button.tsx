import { Button, type ButtonProps } from "./button";
import { cn } from "./class-names";
import type { IconName } from "./icon";

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
export type IconButtonProps = DistributiveOmit<ButtonProps, "children" | "icon" | "aria-label"> & {
  icon: IconName;
  /** What it does, for those who do not see the picture; shown as the native tip too. */
  label: string;
};

/** A square button with a picture only. */
export function IconButton({ icon, label, className, variant = "ghost", ...rest }: IconButtonProps) {
  const props = {
    ...rest,
    variant,
    icon,
    title: label,
    "aria-label": label,
    className: cn("aspect-square px-0 pointer-coarse:min-w-11", className),
    children: null,
  } as ButtonProps;
  return <Button {...props} />;
}
