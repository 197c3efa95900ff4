import type { ComponentProps } from "react";
import { Button } from "./button";
import type { IconName } from "./icon";
import { IconButton } from "./icon-button";

/** What opens a dialog, a sheet or a menu, as data: a server component can hand it over. */
export type Trigger = {
  label: string;
  icon?: IconName;
  /** Only the picture is drawn; the label is read aloud. */
  iconOnly?: boolean;
  variant?: "primary" | "secondary" | "ghost" | "danger";
  size?: "sm" | "md" | "lg";
};

export function TriggerButton({ trigger, ...rest }: { trigger: Trigger } & Omit<ComponentProps<"button">, "children">) {
  const { label, icon, iconOnly, variant, size } = trigger;
  if (iconOnly && icon) return <IconButton {...rest} icon={icon} label={label} variant={variant} size={size} />;
  return (
    <Button {...rest} icon={icon} variant={variant} size={size}>
      {label}
    </Button>
  );
}
