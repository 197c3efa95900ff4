import { cva, type VariantProps } from "class-variance-authority";
import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "./class-names";
import { Icon, type IconName } from "./icon";

export const buttonClass = cva(
  "inline-flex select-none items-center justify-center gap-[7px] whitespace-nowrap rounded border font-[540] transition-colors disabled:opacity-55 disabled:pointer-events-none aria-disabled:opacity-55 pointer-coarse:min-h-11",
  {
    variants: {
      variant: {
        primary: "border-accent bg-accent text-on-accent hover:border-accent-ink hover:bg-accent-ink",
        secondary: "border-line-strong bg-surface text-text hover:bg-sunken",
        ghost: "border-transparent bg-transparent text-muted hover:bg-sunken hover:text-text",
        danger: "border-danger bg-danger text-on-danger hover:border-danger-ink hover:bg-danger-ink",
      },
      size: {
        sm: "h-7 px-2.5 text-xs [&>svg]:size-3.5",
        md: "h-8.5 px-[13px] text-sm",
        lg: "h-11 px-5 text-md",
      },
      block: { true: "w-full" },
    },
    defaultVariants: { variant: "secondary", size: "md" },
  },
);

type Look = VariantProps<typeof buttonClass> & {
  icon?: IconName;
  /** The work is on its way: the button says so and takes no second press. */
  pending?: boolean;
  children: ReactNode;
};
type AsButton = Look & Omit<ComponentProps<"button">, keyof Look> & { href?: undefined };
type AsLink = Look & Omit<ComponentProps<typeof Link>, keyof Look>;
export type ButtonProps = AsButton | AsLink;

/** The one button of the product; with `href` it is a link that looks like it. */
export function Button(props: ButtonProps) {
  const { variant, size, block, icon, pending, className, children } = props;
  const look = cn(buttonClass({ variant, size, block }), className);
  const inside = (
    <>
      {pending ? <Icon name="loader" className="animate-turn" /> : icon && <Icon name={icon} />}
      {children}
    </>
  );
  if (props.href !== undefined) {
    const { variant: _, size: __, block: ___, icon: ____, pending: _____, ...rest } = props;
    return (
      <Link {...rest} className={look}>
        {inside}
      </Link>
    );
  }
  const { variant: _, size: __, block: ___, icon: ____, pending: _____, href: ______, ...rest } = props;
  return (
    <button
      type="button"
      {...rest}
      className={look}
      aria-busy={pending || undefined}
      disabled={rest.disabled || pending}
    >
      {inside}
    </button>
  );
}
