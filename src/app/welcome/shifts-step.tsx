import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Card } from "@/components/card";
import { Form } from "@/components/form";
import { SubmitButton } from "@/components/submit-button";
import { ShiftsFields } from "@/features/organizations/ui/shifts-fields";
import { listVenues } from "@/features/venues/queries";
import { memberCtx } from "@/web/page-context";
import { addShifts } from "./actions";
import { StepActions } from "./step-actions";

/** Fourth step: midday and night to begin with, because that is how most halls sell their day. */
export async function ShiftsStep() {
  const [venue] = await listVenues(await memberCtx("venue.update"));
  if (!venue) redirect("/welcome?step=venue");
  const t = await getTranslations("wizard");
  const there = venue.shifts;
  const presets = [
    { name: t("shifts.midday"), starts: "11:00", ends: "17:00" },
    { name: t("shifts.night"), starts: "19:00", ends: "04:00" },
  ];
  const space = there.length > 0 ? venue.spaces[0] : undefined;
  return (
    <>
      {there.length > 0 && (
        <Card title={t("shifts.there")} className="mb-4">
          <ul className="flex flex-col gap-1 text-sm">
            {there.map(({ id, name, starts, ends }) => (
              <li key={id}>
                <span className="font-[560]">{name}</span> <span className="text-muted">{`${starts} – ${ends}`}</span>
              </li>
            ))}
          </ul>
        </Card>
      )}
      <Form key={there.length} action={addShifts} hidden={{ venueId: venue.id }}>
        <ShiftsFields
          presets={there.length > 0 ? [] : presets}
          setupMinutes={space?.setupMinutes ?? 60}
          teardownMinutes={space?.teardownMinutes ?? 60}
        />
        <StepActions back="spaces" onward={there.length > 0 ? "team" : undefined}>
          <SubmitButton>{t("next")}</SubmitButton>
        </StepActions>
      </Form>
    </>
  );
}
