"use server";

import { changeLogo } from "@/features/organizations/change-logo";
import { closeOrganization } from "@/features/organizations/close-organization";
import { changeLogoSchema, closeOrganizationSchema, updateOrganizationSchema } from "@/features/organizations/schema";
import { updateOrganization } from "@/features/organizations/update-organization";
import { action } from "@/web/action";

export const save = action(updateOrganizationSchema, updateOrganization, {
  done: () => ({ message: "organizations.profile.saved" }),
  refused: {},
});

export const setLogo = action(changeLogoSchema, changeLogo, {
  done: () => ({ message: "organizations.profile.logo_saved" }),
  refused: { not_an_image: "organizations.refused.not_an_image" },
});

export const removeLogo = action(changeLogoSchema, changeLogo, {
  done: () => ({ message: "organizations.profile.logo_removed" }),
  refused: { not_an_image: "organizations.refused.not_an_image" },
});

export const close = action(closeOrganizationSchema, closeOrganization, {
  done: () => ({ redirectTo: "/" }),
  refused: {
    name_differs: "organizations.refused.name_differs",
    confirm_identity: "organizations.refused.confirm_identity",
  },
});
