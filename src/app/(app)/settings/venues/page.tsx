import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Card } from "@/components/card";
import { EmptyState } from "@/components/empty-state";
import { PageHeader } from "@/components/page-header";
import { listVenues } from "@/features/venues/queries";
import { VenueCard } from "@/features/venues/ui/venue-card";
import { AddVenue } from "@/features/venues/ui/venue-dialogs";
import { customsOf } from "@/kernel/country";
import { Messages } from "@/web/messages";
import { currentVisitor, memberCtx } from "@/web/page-context";
import { addShift, addSpace, addVenue, changeSpace, changeVenue, removeShift, removeSpace } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("venues"))("title") };
}

/** What is rented out: sites, their rooms, and the shifts in which they are sold. */
export default async function VenuesPage() {
  const ctx = await memberCtx("venue.update");
  const t = await getTranslations("venues");
  const venues = await listVenues(ctx);
  const organization = (await currentVisitor())?.organization;
  const add = organization && ctx.actor.venueIds === null && (
    <AddVenue
      timeZones={[...new Set([organization.timeZone, ...(customsOf(organization.country)?.timeZones ?? [])])]}
      timeZone={organization.timeZone}
      currency={organization.currency}
      action={addVenue}
    />
  );
  const actions = { updateVenue: changeVenue, addSpace, updateSpace: changeSpace, removeSpace, addShift, removeShift };
  return (
    <Messages namespaces={["venues"]}>
      <PageHeader title={t("title")} subtitle={t("subtitle")} actions={venues.length > 0 && add} />
      {venues.length === 0 ? (
        <Card>
          <EmptyState icon="building" title={t("empty.title")} text={t("empty.text")} action={add} />
        </Card>
      ) : (
        <div className="grid items-start gap-4 xl:grid-cols-2">
          {venues.map((venue) => (
            <VenueCard key={venue.id} venue={venue} actions={actions} />
          ))}
        </div>
      )}
    </Messages>
  );
}
