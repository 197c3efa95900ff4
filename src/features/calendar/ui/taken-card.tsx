"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Chip } from "@/components/chip";
import { Icon } from "@/components/icon";
import { wallClock } from "@/kernel/wall-clock";
import { hours } from "./hours";
import type { Taken } from "./taken";

/** The place is taken: by whom, until when, and the nearest ways out, each one press of a button that sends the form. */
export function TakenCard({ taken }: { taken: Taken }) {
  const t = useTranslations("calendar.taken");
  const format = useFormatter();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.scrollIntoView({ block: "nearest" }); // newer browsers give a promise, which no effect may return
  }, []);
  const { holder, alternatives } = taken;
  const clock = (local: string) => local.slice(11, 16);
  const day = (local: string) =>
    format.dateTime(wallClock(local), { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" });
  const facts = {
    day: day(holder.start),
    from: clock(holder.start),
    to: clock(holder.end),
    until: clock(holder.until),
  };
  const who = holder.title ?? t("someone");
  const how = holder.kind === "closure" ? "closed" : holder.until === holder.end ? "event" : "event_teardown";
  return (
    <div ref={box} role="status" className="rounded border border-danger/40 bg-danger-soft p-3.5 text-sm">
      <p className="font-semibold text-danger-ink">{t("title", { space: taken.spaceName })}</p>
      <p className="mt-0.5 text-text">{t.rich(how, { ...facts, who, b: (chunks) => <b>{chunks}</b> })}</p>
      {alternatives.length > 0 && (
        <>
          <p className="mt-2.5 font-[560] text-text">{t("ways_out")}</p>
          <ul className="mt-1.5 flex flex-col gap-1.5">
            {alternatives.map((way) => (
              <li key={`${way.spaceName} ${way.start}`}>
                <button
                  type="submit"
                  name="instead"
                  value={[way.spaceIds.join(","), way.start, way.end].join("|")}
                  className="flex min-h-11 w-full items-center gap-2 rounded border border-line-strong bg-surface px-3 py-1.5 text-left hover:border-accent hover:bg-accent-soft"
                >
                  <span className="min-w-0 grow">
                    <b>{way.spaceName}</b> · {way.kind === "other_space" ? t("same_time") : day(way.start)},{" "}
                    {hours(way)}
                  </span>
                  <Chip tone={way.holds > 0 ? "hold" : "confirmed"}>
                    {way.holds > 0 ? t("held", { count: way.holds }) : t("free", { capacity: way.capacity })}
                  </Chip>
                  <Icon name="chevron-right" className="text-faint" />
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
