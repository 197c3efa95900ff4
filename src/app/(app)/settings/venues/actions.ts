"use server";

import { archiveShift } from "@/features/venues/archive-shift";
import { archiveSpace } from "@/features/venues/archive-space";
import { createShift } from "@/features/venues/create-shift";
import { createSpace } from "@/features/venues/create-space";
import { createVenue } from "@/features/venues/create-venue";
import {
  archiveShiftSchema,
  archiveSpaceSchema,
  createShiftSchema,
  createSpaceSchema,
  createVenueSchema,
  updateSpaceSchema,
  updateVenueSchema,
} from "@/features/venues/schema";
import { updateSpace } from "@/features/venues/update-space";
import { updateVenue } from "@/features/venues/update-venue";
import { action } from "@/web/action";

const saved = (message: string) => (value: { name: string }) => ({ message, params: { name: value.name } });

export const addVenue = action(createVenueSchema, createVenue, {
  done: saved("venues.done.added"),
  refused: { name_taken: "venues.refused.name_taken" },
});

/** The whole form is sent, so an address that was emptied is taken off. */
const editVenue = updateVenueSchema.extend({ address: updateVenueSchema.shape.address.default("") });

export const changeVenue = action(editVenue, updateVenue, {
  done: saved("venues.done.saved"),
  refused: { name_taken: "venues.refused.name_taken" },
});

export const addSpace = action(createSpaceSchema, createSpace, {
  done: saved("venues.done.added"),
  refused: { name_taken: "venues.refused.name_taken", part_not_found: "venues.refused.part_not_found" },
});

export const changeSpace = action(updateSpaceSchema, updateSpace, {
  done: saved("venues.done.saved"),
  refused: { name_taken: "venues.refused.name_taken" },
});

export const removeSpace = action(archiveSpaceSchema, archiveSpace, {
  done: saved("venues.done.removed"),
  refused: { space_in_use: "venues.refused.space_in_use" },
});

export const addShift = action(createShiftSchema, createShift, {
  done: saved("venues.done.added"),
  refused: { name_taken: "venues.refused.name_taken", empty_shift: "venues.refused.empty_shift" },
});

export const removeShift = action(archiveShiftSchema, archiveShift, {
  done: saved("venues.done.removed"),
  refused: {},
});
