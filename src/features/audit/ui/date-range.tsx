import Form from "next/form";
import { useTranslations } from "next-intl";
import { Button } from "@/components/button";
import { cn } from "@/components/class-names";
import { controlClass } from "@/components/control";

export type DateRangeProps = {
  path: string;
  from?: string;
  to?: string;
  /** The rest of the question, which stays as it is. */
  kept: Readonly<Record<string, string | undefined>>;
};

/** First and last day, both in the address. */
export function DateRange({ path, from, to, kept }: DateRangeProps) {
  const t = useTranslations("audit");
  return (
    <Form action={path} aria-label={t("dates")} className="mb-4 flex flex-wrap items-end gap-2">
      {Object.entries(kept).map(
        ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
      )}
      {(
        [
          ["from", from],
          ["to", to],
        ] as const
      ).map(([name, value]) => (
        <label key={name} className="flex flex-col gap-1 text-muted text-xs">
          {t(name)}
          <input
            key={value}
            type="date"
            name={name}
            defaultValue={value}
            className={cn(controlClass, "h-8.5 w-auto min-w-36")}
          />
        </label>
      ))}
      <Button type="submit">{t("apply")}</Button>
    </Form>
  );
}
