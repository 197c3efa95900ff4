import { useTranslations } from "next-intl";
import { Card } from "@/components/card";
import { Chip } from "@/components/chip";

type Place = {
  spaceId: string;
  name: string;
  capacity: number;
  layout: string | null;
  from: string | null;
  until: string | null;
};
type Props = { places: readonly Place[]; start: string; end: string; headCount: number | null };

/** The rooms of an event with their hours, and from when until when they are its for set-up and tear-down. */
export function EventPlaces({ places, start, end, headCount }: Props) {
  const t = useTranslations("events.spaces");
  const from = places.flatMap((place) => place.from ?? []).sort()[0];
  const until = places
    .flatMap((place) => place.until ?? [])
    .sort()
    .at(-1);
  const wider = from !== undefined && until !== undefined && (from < start || until > end);
  return (
    <Card
      title={t("title")}
      actions={wider && <Chip>{t("setup", { from: from.slice(11), until: until.slice(11) })}</Chip>}
    >
      <ul>
        {places.map((place) => (
          <li
            key={place.spaceId}
            className="flex items-baseline gap-2 border-line border-t py-2 text-sm first:border-t-0"
          >
            <span className="min-w-0 grow">
              <b>{place.name}</b>{" "}
              <span className="text-muted">
                {place.layout && `${place.layout}, `}
                {headCount === null
                  ? t("capacity", { capacity: place.capacity })
                  : t("of", { count: headCount, capacity: place.capacity })}
              </span>{" "}
              {headCount !== null && headCount > place.capacity && <Chip tone="danger">{t("over")}</Chip>}
            </span>
            <span className="whitespace-nowrap">{`${start.slice(11)} - ${end.slice(11)}`}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
