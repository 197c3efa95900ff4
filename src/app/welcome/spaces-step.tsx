import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { Card } from "@/components/card";
import { Form } from "@/components/form";
import { SubmitButton } from "@/components/submit-button";
import { SpacesFields } from "@/features/organizations/ui/spaces-fields";
import { listVenues, type SpaceOfVenue } from "@/features/venues/queries";
import { memberCtx } from "@/web/page-context";
import { addSpaces } from "./actions";
import { StepActions } from "./step-actions";

/** Third step: what is sold. What is there already stays in sight; more can be added. */
export async function SpacesStep() {
  const [venue] = await listVenues(await memberCtx("venue.update"));
  if (!venue) redirect("/welcome?step=venue");
  const t = await getTranslations("wizard");
  return (
    <>
      <SpacesThere spaces={venue.spaces} />
      <Form key={venue.spaces.length} action={addSpaces} hidden={{ venueId: venue.id }}>
        <SpacesFields />
        <StepActions back="venue" onward={venue.spaces.length > 0 ? "shifts" : undefined}>
          <SubmitButton>{t("next")}</SubmitButton>
        </StepActions>
      </Form>
    </>
  );
}

async function SpacesThere({ spaces }: { spaces: readonly SpaceOfVenue[] }) {
  if (spaces.length === 0) return null;
  const t = await getTranslations("wizard.spaces");
  const list = new Intl.ListFormat(await getLocale(), { type: "conjunction" });
  return (
    <Card title={t("there")} className="mb-4">
      <ul className="flex flex-col gap-1 text-sm">
        {spaces.map((space) => (
          <li key={space.id}>
            <span className="font-[560]">{space.name}</span>{" "}
            <span className="text-muted">
              {[
                t("people", { count: space.capacity }),
                space.parts.length > 0 && t("made_of", { parts: list.format(space.parts) }),
              ]
                .filter(Boolean)
                .join(", ")}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
