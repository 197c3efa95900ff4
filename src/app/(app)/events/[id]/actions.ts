"use server";

import { z } from "zod";
import type { SpaceTaken } from "@/features/availability/rules";
import { cancelEvent } from "@/features/bookings/cancel-event";
import { confirmEvent } from "@/features/bookings/confirm-event";
import { moveEvent } from "@/features/bookings/move-event";
import { releaseHold } from "@/features/bookings/release-hold";
import {
  cancelEventSchema,
  confirmEventSchema,
  moveEventSchema,
  releaseHoldSchema,
  updateEventSchema,
  wayOut,
} from "@/features/bookings/schema";
import { updateEvent } from "@/features/bookings/update-event";
import { action } from "@/web/action";

const shown = (refusal: { code: string } | SpaceTaken) => (refusal.code === "space_taken" ? refusal : undefined);

const confirmForm = z
  .object({ eventId: z.uuid(), reason: confirmEventSchema.shape.override.shape.reason })
  .transform(({ eventId, reason }) => ({ eventId, override: { reason } }));

export const confirm = action(confirmForm, confirmEvent, {
  done: () => ({ message: "events.confirm.done" }),
  refused: {
    not_tentative: "events.refused.not_tentative",
    already_started: "events.refused.already_started",
    space_taken: "events.refused.space_taken_by",
  },
  shown,
});

export const release = action(releaseHoldSchema, releaseHold, {
  done: () => ({ message: "events.release.done" }),
  refused: { not_tentative: "events.refused.not_tentative" },
});

export const cancel = action(cancelEventSchema, cancelEvent, {
  done: () => ({ message: "events.cancel.done" }),
  refused: { not_cancellable: "events.refused.not_cancellable" },
});

/** A field that was emptied is taken off the event. */
const editForm = updateEventSchema.extend({
  clientName: updateEventSchema.shape.clientName.default(""),
  headCount: updateEventSchema.shape.headCount.default(null),
});

export const edit = action(editForm, updateEvent, {
  done: () => ({ message: "events.edit.done" }),
  refused: { not_editable: "events.refused.not_editable" },
});

const moveForm = moveEventSchema
  .omit({ spaceIds: true })
  .extend({ spaceId: z.uuid(), instead: wayOut.optional() })
  .transform(({ spaceId, instead, ...move }) => ({ ...move, spaceIds: [spaceId], ...instead }));

export const move = action(moveForm, moveEvent, {
  done: () => ({ message: "events.move.done" }),
  refused: {
    not_movable: "events.refused.not_movable",
    already_started: "events.refused.already_started",
    in_the_past: "events.refused.in_the_past",
    ends_before_start: "events.refused.ends_before_start",
    too_long: "events.refused.too_long",
    space_taken: "events.refused.space_taken",
  },
  shown,
});
