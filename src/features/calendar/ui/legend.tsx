import { useTranslations } from "next-intl";
import { cn } from "@/components/class-names";
import { claimClass } from "./claim-look";

/** What each form means. */
export function Legend() {
  const t = useTranslations("calendar.legend");
  const entries = [
    { key: "confirmed", look: claimClass.confirmed },
    { key: "hold", look: claimClass.hold },
    { key: "shared", look: "look-shared" },
    { key: "closure", look: claimClass.closure },
  ] as const;
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 px-1 pt-2.5 text-muted text-xs">
      {entries.map(({ key, look }) => (
        <li key={key} className="flex items-center gap-1.5">
          <span aria-hidden="true" className={cn("inline-block h-[11px] w-5 rounded-[3px]", look)} />
          {t(key)}
        </li>
      ))}
    </ul>
  );
}
