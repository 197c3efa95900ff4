"use client";

import { useState } from "react";
import { Checkbox } from "@/components/checkbox";
import { Choices } from "@/components/choices";
import { RadioCards } from "@/components/radio-cards";

export type RoleChoice = { value: string; label: string; hint: string };

export type PlaceFieldsProps = {
  labels: Record<
    "roles" | "roles_hint" | "venues" | "which_venues" | "every_venue" | "some_venues" | "some_venues_hint",
    string
  >;
  roles: readonly RoleChoice[];
  venues: readonly { id: string; name: string }[];
  /** Whoever gives the place reaches only `venues` themselves, and cannot give more. */
  onlyThese: boolean;
  defaults?: { roles: readonly string[]; venueIds: readonly string[] | null };
};

/** The roles of a place and the venues it reaches. */
export function PlaceFields({ labels, roles, venues, onlyThese, defaults }: PlaceFieldsProps) {
  const limited = onlyThese || (defaults?.venueIds ?? null) !== null;
  const [some, setSome] = useState(limited);
  return (
    <>
      <Choices name="roles" legend={labels.roles} hint={labels.roles_hint}>
        {roles.map((role) => (
          <Checkbox
            key={role.value}
            name="roles[]"
            value={role.value}
            label={role.label}
            hint={role.hint}
            defaultChecked={defaults?.roles.includes(role.value)}
          />
        ))}
      </Choices>
      {(venues.length > 1 || limited) && (
        <>
          {!onlyThese && (
            <RadioCards
              name="reach"
              legend={labels.venues}
              columns={2}
              defaultValue={some ? "some" : "every"}
              onValueChange={(value) => setSome(value === "some")}
              options={[
                { value: "every", label: labels.every_venue },
                { value: "some", label: labels.some_venues },
              ]}
            />
          )}
          {some && (
            <Choices
              name="venueIds"
              legend={onlyThese ? labels.venues : labels.which_venues}
              hint={labels.some_venues_hint}
            >
              {/* So that "some" without any is an error, and not every venue. */}
              <input type="hidden" name="venueIds[]" value="" />
              {venues.map((venue) => (
                <Checkbox
                  key={venue.id}
                  name="venueIds[]"
                  value={venue.id}
                  label={venue.name}
                  defaultChecked={defaults?.venueIds?.includes(venue.id)}
                />
              ))}
            </Choices>
          )}
        </>
      )}
    </>
  );
}
