import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Icon } from "@/components/icon";
import { switchTo } from "./actions";

/** The organizations a person belongs to, each one press away. Works without JavaScript. */
export async function Switcher({
  places,
  current,
}: {
  places: readonly { id: string; name: string }[];
  current: string;
}) {
  const t = await getTranslations("shell");
  return (
    <form action={switchTo} className="flex flex-col gap-0.5">
      {places.map((place) => (
        <button
          key={place.id}
          name="organizationId"
          value={place.id}
          type="submit"
          aria-current={place.id === current}
          className="flex items-center gap-2.5 rounded px-2.5 py-2 text-left text-sm hover:bg-sunken pointer-coarse:min-h-11"
        >
          <Icon name={place.id === current ? "check" : "building"} className="text-muted" />
          <span className="min-w-0 truncate">{place.name}</span>
        </button>
      ))}
      <Link
        href="/welcome?new"
        className="flex items-center gap-2.5 rounded px-2.5 py-2 text-muted text-sm hover:bg-sunken pointer-coarse:min-h-11"
      >
        <Icon name="plus" />
        {t("new_organization")}
      </Link>
    </form>
  );
}
