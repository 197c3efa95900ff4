"use server";

import { completeSetUp } from "@/features/organizations/complete-set-up";
import { createOrganization } from "@/features/organizations/create-organization";
import {
  completeSetUpSchema,
  createOrganizationSchema,
  setUpShiftsSchema,
  setUpSpacesSchema,
  updateOrganizationSchema,
} from "@/features/organizations/schema";
import { setUpShifts } from "@/features/organizations/set-up-shifts";
import { setUpSpaces } from "@/features/organizations/set-up-spaces";
import { updateOrganization } from "@/features/organizations/update-organization";
import { createVenue } from "@/features/venues/create-venue";
import { createVenueSchema, updateVenueSchema } from "@/features/venues/schema";
import { updateVenue } from "@/features/venues/update-venue";
import { action } from "@/web/action";

const to = (step: string) => () => ({ redirectTo: `/welcome?step=${step}` });
const venueRefused = { name_taken: "wizard.venue.refused.name_taken" } as const;

export const beginOrganization = action(createOrganizationSchema, createOrganization, {
  done: to("venue"),
  refused: {},
});
export const changeOrganization = action(updateOrganizationSchema, updateOrganization, {
  done: to("venue"),
  refused: {},
});
export const addVenue = action(createVenueSchema, createVenue, { done: to("spaces"), refused: venueRefused });
export const changeVenue = action(updateVenueSchema, updateVenue, { done: to("spaces"), refused: venueRefused });

export const addSpaces = action(setUpSpacesSchema, setUpSpaces, {
  done: to("shifts"),
  refused: { name_taken: "wizard.spaces.refused.name_taken", one_part: "wizard.spaces.refused.one_part" },
});

export const addShifts = action(setUpShiftsSchema, setUpShifts, {
  done: to("team"),
  refused: { name_taken: "wizard.shifts.refused.name_taken", empty_shift: "wizard.shifts.refused.empty_shift" },
});

export const finish = action(completeSetUpSchema, completeSetUp, {
  done: () => ({ redirectTo: "/calendar" }),
  refused: { step_missing: "wizard.team.refused.step_missing", not_invited: "wizard.team.refused.not_invited" },
});
