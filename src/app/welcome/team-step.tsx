import { getTranslations } from "next-intl/server";
import { Form } from "@/components/form";
import { SubmitButton } from "@/components/submit-button";
import { rolesToGive } from "@/features/organizations/rules";
import { TeamFields } from "@/features/organizations/ui/team-fields";
import { roles } from "@/kernel/actor";
import { memberCtx } from "@/web/page-context";
import { finish } from "./actions";
import { StepActions } from "./step-actions";

/** Last step: colleagues, or nobody yet; then the calendar. */
export async function TeamStep() {
  const ctx = await memberCtx("organization.update");
  const t = await getTranslations("wizard");
  const roleName = await getTranslations("organizations.roles");
  const choices = rolesToGive(ctx.actor.roles, roles).map((role) => ({ value: role, label: roleName(role) }));
  return (
    <Form action={finish}>
      <TeamFields roles={choices} />
      <StepActions back="shifts">
        <SubmitButton>{t("team.finish")}</SubmitButton>
      </StepActions>
    </Form>
  );
}
