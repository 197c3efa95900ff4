import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Button } from "@/components/button";
import { Icon } from "@/components/icon";
import { Select } from "@/components/select";
import { switchTo } from "./actions";

/** More organizations than this are a list to choose from: it is on every page. */
const most = 12;

type Places = { places: readonly { id: string; name: string }[]; current: string };

/** The organizations a person belongs to, each one press away. Works without JavaScript. */
export async function Switcher({ places, current }: Places) {
  const t = await getTranslations("shell");
  if (places.length > most) return <LongSwitcher places={places} current={current} />;
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

async function LongSwitcher({ places, current }: Places) {
  const t = await getTranslations("shell");
  return (
    <form action={switchTo} className="flex flex-col gap-2 p-2">
      <Select
        name="organizationId"
        defaultValue={current}
        aria-label={t("switch_organization")}
        options={places.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Button type="submit">{t("switch_organization")}</Button>
    </form>
  );
}
