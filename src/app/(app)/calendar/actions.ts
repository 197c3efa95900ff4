"use server";

import { z } from "zod";
import type { SpaceTaken } from "@/features/availability/rules";
import { closeSpace } from "@/features/bookings/close-space";
import { openSpace } from "@/features/bookings/open-space";
import { placeHold } from "@/features/bookings/place-hold";
import { closeSpaceSchema, openSpaceSchema, placeHoldSchema, wayOut } from "@/features/bookings/schema";
import { action } from "@/web/action";

/** The form names one space; `instead` is the way out that was pressed. */
const holdForm = placeHoldSchema
  .omit({ spaceIds: true })
  .extend({ spaceId: z.uuid(), instead: wayOut.optional() })
  .transform(({ spaceId, instead, ...hold }) => ({ ...hold, spaceIds: [spaceId], ...instead }));

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
