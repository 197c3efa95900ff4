import { useTranslations } from "next-intl";
import type { CalendarSpace } from "../rules";

/** A room's name, how many it holds, and what it is made of or part of. */
export function SpaceHead({ space, id }: { space: CalendarSpace; id?: string }) {
  const t = useTranslations("calendar");
  const size = space.layout
    ? t("capacity_layout", { layout: space.layout, capacity: space.capacity })
    : t("capacity", { capacity: space.capacity });
  const partOf = space.partOf[0];
  const relation = space.parts.length > 0 ? space.parts.join(" + ") : partOf && t("part_of", { space: partOf });
  return (
    <div className="min-w-0 px-3 py-2.5 text-sm">
      <p id={id} className="truncate font-[560]">
        {space.name}
      </p>
      <p className="line-clamp-2 text-muted text-xs leading-tight">{relation ? `${size} · ${relation}` : size}</p>
    </div>
  );
}
