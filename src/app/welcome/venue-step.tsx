import { getTranslations } from "next-intl/server";
import { Card } from "@/components/card";
import { Form } from "@/components/form";
import { SubmitButton } from "@/components/submit-button";
import { getOrganization } from "@/features/organizations/queries";
import { VenueFields } from "@/features/organizations/ui/venue-fields";
import { listVenues } from "@/features/venues/queries";
import { memberCtx } from "@/web/page-context";
import { addVenue, changeVenue } from "./actions";
import { StepActions } from "./step-actions";

/** Second step: the first venue, with the organization's clock and currency unless somebody says otherwise. */
export async function VenueStep() {
  const ctx = await memberCtx("venue.update");
  const [organization, [venue]] = await Promise.all([getOrganization(ctx), listVenues(ctx)]);
  const t = await getTranslations("wizard");
  const { country, timeZone, currency, name } = organization;
  return (
    <Card>
      <Form action={venue ? changeVenue : addVenue} hidden={venue ? { venueId: venue.id } : { currency }}>
        <VenueFields
          country={country}
          isThere={venue !== undefined}
          defaults={venue ? { ...venue, address: venue.address ?? undefined } : { name, timeZone, dayCutoff: "06:00" }}
        />
        <StepActions back="organization">
          <SubmitButton>{t("next")}</SubmitButton>
        </StepActions>
      </Form>
    </Card>
  );
}
