import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Stepper } from "@/components/stepper";
import { can } from "@/features/identity/authorize";
import { setUpProgress } from "@/features/organizations/queries";
import {
  firstOpenStep,
  type SetUpProgress,
  stepToShow,
  type WizardStep,
  wizardSteps,
} from "@/features/organizations/rules";
import { currentVisitor, personCtx } from "@/web/page-context";
import { OrganizationStep } from "./organization-step";
import { ShiftsStep } from "./shifts-step";
import { SpacesStep } from "./spaces-step";
import { TeamStep } from "./team-step";
import { VenueStep } from "./venue-step";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("wizard"))("title") };
}

const stepPages = {
  organization: OrganizationStep,
  venue: VenueStep,
  spaces: SpacesStep,
  shifts: ShiftsStep,
  team: TeamStep,
};

type Props = { searchParams: Promise<{ step?: string | string[]; new?: string }> };

/** Five steps to a calendar that works. Where it goes on is what is missing, so leaving loses nothing. */
export default async function WelcomePage({ searchParams }: Props) {
  const asked = await searchParams;
  const ctx = await personCtx();
  const organization = asked.new === undefined ? (await currentVisitor())?.organization : null;
  if (organization && (organization.setUpAt || !can(ctx, "organization.update"))) redirect("/");
  const progress = organization ? await setUpProgress(ctx) : null;
  const step = stepToShow(typeof asked.step === "string" ? asked.step : undefined, progress);
  const Step = stepPages[step];
  const t = await getTranslations("wizard");
  return (
    <>
      <Stepper label={t("steps")} steps={stepsOf(step, progress, (name) => t(`step.${name}`))} />
      <h1 className="mt-6">{t(`${step}.title`)}</h1>
      <p className="mt-1 mb-5 text-muted">{t(`${step}.text`)}</p>
      <Step isNew={asked.new !== undefined} />
    </>
  );
}

function stepsOf(shown: WizardStep, progress: SetUpProgress, name: (step: WizardStep) => string) {
  const open = wizardSteps.indexOf(firstOpenStep(progress));
  return wizardSteps.map((step, index) => ({
    key: step,
    label: name(step),
    state: step === shown ? ("now" as const) : index < open ? ("done" as const) : ("next" as const),
    href: index <= open && step !== shown && progress !== null ? `/welcome?step=${step}` : undefined,
  }));
}
