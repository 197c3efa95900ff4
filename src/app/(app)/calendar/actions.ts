"use server";

import { z } from "zod";
import type { SpaceTaken } from "@/features/availability/rules";
import { closeSpace } from "@/features/bookings/close-space";
import { openSpace } from "@/features/bookings/open-space";
import { placeHold } from "@/features/bookings/place-hold";
import { closeSpaceSchema, openSpaceSchema, placeHoldSchema } from "@/features/bookings/schema";
import { action } from "@/web/action";

/** The form names one space; `instead` is the way out that was pressed: `space,space|start|end`. */
const wayOut = /^[0-9a-f-]{36}(,[0-9a-f-]{36}){0,19}(\|\d{4}-\d{2}-\d{2}T\d{2}:\d{2}){2}$/;
const holdForm = placeHoldSchema
  .omit({ spaceIds: true })
  .extend({ spaceId: z.uuid(), instead: z.string().regex(wayOut).optional() })
  .transform(({ spaceId, instead, ...hold }) => {
    const [spaceIds, start, end] = instead?.split("|") ?? [];
    if (!spaceIds || !start || !end) return { ...hold, spaceIds: [spaceId] };
    const when = { date: start.slice(0, 10), starts: start.slice(11), endDate: end.slice(0, 10), ends: end.slice(11) };
    return { ...hold, ...when, spaceIds: spaceIds.split(",") };
  });

const refused = {
  space_taken: "calendar.refused.space_taken",
  in_the_past: "calendar.refused.in_the_past",
  ends_before_start: "calendar.refused.ends_before_start",
  too_long: "calendar.refused.too_long",
};

const shown = (refusal: { code: string } | SpaceTaken) => (refusal.code === "space_taken" ? refusal : undefined);

export const hold = action(holdForm, placeHold, {
  done: ({ title }) => ({ message: "calendar.done.held", params: { title } }),
  refused,
  shown,
});

export const close = action(closeSpaceSchema, closeSpace, {
  done: () => ({ message: "calendar.done.closed" }),
  refused: { ...refused, too_long: "calendar.refused.closure_too_long" },
  shown,
});

export const open = action(openSpaceSchema, openSpace, {
  done: () => ({ message: "calendar.done.opened" }),
  refused: {},
});
