import { getLocale } from "next-intl/server";
import { KitButtons } from "./buttons";
import { KitData } from "./data";
import { KitFields } from "./fields";
import { KitForm } from "./form";
import { KitHeader, KitNavigation } from "./navigation";
import { KitOverlays } from "./overlays";
import { samples } from "./samples";
import { KitSection } from "./section";
import { KitSigns } from "./signs";
import { KitStates } from "./states";
import { KitTokens } from "./tokens";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function KitPage({ searchParams }: Props) {
  const t = samples(await getLocale());
  const url = { path: "/dev/kit", params: await searchParams };
  return (
    <main id="content" className="mx-auto max-w-6xl px-4 py-6 md:px-7">
      <KitHeader t={t} />
      <KitSection title={t.sections.tokens}>
        <KitTokens />
      </KitSection>
      <KitSection title={t.sections.buttons}>
        <KitButtons t={t} />
      </KitSection>
      <KitSection title={t.sections.fields}>
        <KitFields t={t} />
      </KitSection>
      <KitSection title={t.sections.form}>
        <KitForm t={t} />
      </KitSection>
      <KitSection title={t.sections.signs}>
        <KitSigns t={t} />
      </KitSection>
      <KitSection title={t.sections.overlays}>
        <KitOverlays t={t} />
      </KitSection>
      <KitSection title={t.sections.navigation}>
        <KitNavigation t={t} />
      </KitSection>
      <KitSection title={t.sections.data}>
        <KitData t={t} url={url} />
      </KitSection>
      <KitSection title={t.sections.states}>
        <KitStates t={t} />
      </KitSection>
    </main>
  );
}
