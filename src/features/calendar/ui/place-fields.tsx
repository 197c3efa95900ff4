"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { cn } from "@/components/class-names";
import { Field } from "@/components/field";
import { Input } from "@/components/input";
import { Select } from "@/components/select";

/** What the fields of place and time need of a venue. */
export type DeskVenue = {
  id: string;
  name: string;
  spaces: { id: string; name: string; capacity: number }[];
  shifts: { id: string; name: string; starts: string; ends: string }[];
};

export type Wanted = { spaceId?: string; date: string; starts?: string; ends?: string };

/** Room, day and hours; the venue's shifts fill the hours with one press. `several` adds a last day. */
export function PlaceFields({
  venues,
  wanted,
  several,
}: {
  venues: readonly DeskVenue[];
  wanted: Wanted;
  several?: boolean;
}) {
  const t = useTranslations("calendar.form");
  const [spaceId, setSpaceId] = useState(wanted.spaceId ?? venues[0]?.spaces[0]?.id ?? "");
  const venue = venues.find(({ spaces }) => spaces.some(({ id }) => id === spaceId)) ?? venues[0];
  const usual = venue?.shifts.at(-1);
  const [starts, setStarts] = useState(wanted.starts ?? usual?.starts ?? "17:00");
  const [ends, setEnds] = useState(wanted.ends ?? usual?.ends ?? "02:00");
  return (
    <>
      <Field name="spaceId" label={t("space")} required>
        <Select options={spaceOptions(venues)} value={spaceId} onChange={(event) => setSpaceId(event.target.value)} />
      </Field>
      <div className={cn("grid gap-3", several ? "sm:grid-cols-2" : "")}>
        <Field name="date" label={several ? t("first_day") : t("date")} required>
          <Input type="date" defaultValue={wanted.date} />
        </Field>
        {several && (
          <Field name="endDate" label={t("last_day")}>
            <Input type="date" />
          </Field>
        )}
      </div>
      <div>
        {!several && venue && venue.shifts.length > 0 && (
          <fieldset className="mb-2.5">
            <legend className="mb-1.5 font-[560] text-sm">{t("shift")}</legend>
            <div className="flex flex-wrap gap-1.5">
              {venue.shifts.map((shift) => (
                <button
                  key={shift.id}
                  type="button"
                  aria-pressed={shift.starts === starts && shift.ends === ends}
                  onClick={() => {
                    setStarts(shift.starts);
                    setEnds(shift.ends);
                  }}
                  className="rounded border border-line-strong px-2.5 py-1 text-sm aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-accent-ink pointer-coarse:min-h-11"
                >
                  {shift.name} <span className="text-xs">{`${shift.starts}-${shift.ends}`}</span>
                </button>
              ))}
            </div>
          </fieldset>
        )}
        <div className="grid grid-cols-2 gap-3">
          <Field name="starts" label={t("starts")} required>
            <Input type="time" value={starts} onChange={(event) => setStarts(event.target.value)} />
          </Field>
          <Field
            name="ends"
            label={t("ends")}
            hint={!several && ends !== "" && ends <= starts ? t("next_day") : undefined}
            required
          >
            <Input type="time" value={ends} onChange={(event) => setEnds(event.target.value)} />
          </Field>
        </div>
      </div>
    </>
  );
}

function spaceOptions(venues: readonly DeskVenue[]) {
  return venues.flatMap((venue) =>
    venue.spaces.map((space) => ({
      value: space.id,
      label:
        venues.length > 1 ? `${venue.name} · ${space.name} (${space.capacity})` : `${space.name} (${space.capacity})`,
    })),
  );
}
