import type { ComponentProps, ReactNode } from "react";

export type SwitchProps = Omit<ComponentProps<"input">, "type" | "role"> & { label: ReactNode; hint?: ReactNode };

/** On or off, with effect at once or with the form around it. */
export function Switch({ label, hint, ...props }: SwitchProps) {
  return (
    <label className="flex items-center justify-between gap-4 py-1 text-sm pointer-coarse:min-h-11">
      <span>
        <span className="block font-[540]">{label}</span>
        {hint && <span className="block text-muted text-xs">{hint}</span>}
      </span>
      <input
        {...props}
        type="checkbox"
        // biome-ignore lint/a11y/useAriaPropsForRole: a checkbox tells its own checked state.
        role="switch"
        className="relative h-[22px] w-[38px] shrink-0 appearance-none rounded-full border border-line-field bg-sunken transition-colors before:absolute before:top-[3px] before:left-[3px] before:size-3.5 before:rounded-full before:bg-muted before:transition-[translate] checked:border-accent checked:bg-accent checked:before:translate-x-4 checked:before:bg-on-accent disabled:opacity-50"
      />
    </label>
  );
}
