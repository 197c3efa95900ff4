import { useTranslations } from "next-intl";
import { cn } from "./class-names";
import { Icon } from "./icon";

export type ListFilter = {
  /** The name in the address. */
  param: string;
  label: string;
  options: readonly { value: string; label: string }[];
};

type Props = { filter: ListFilter; value: string; onChange: (value: string) => void };

/** A filter as a chip over the browser's own list; tinted while it narrows. */
export function FilterChip({ filter, value, onChange }: Props) {
  const t = useTranslations("ui");
  return (
    <span className="relative inline-block max-w-full">
      <select
        name={filter.param}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        aria-label={filter.label}
        className={cn(
          "field-sizing-content h-8.5 max-w-full cursor-pointer appearance-none truncate rounded border pr-8 pl-3 font-[540] text-sm transition-colors pointer-coarse:min-h-11",
          value
            ? "border-transparent bg-accent-soft text-accent-ink"
            : "border-line-strong bg-surface text-muted hover:bg-sunken hover:text-text",
        )}
      >
        <option value="">{value ? t("list.any", { label: filter.label }) : filter.label}</option>
        {filter.options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <Icon
        name="chevron-down"
        className={cn(
          "pointer-events-none absolute inset-y-0 right-2.5 my-auto size-4",
          value ? "text-accent-ink" : "text-muted",
        )}
      />
    </span>
  );
}
