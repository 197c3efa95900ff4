"use client";

import "sonner/dist/styles.css";
import { useTranslations } from "next-intl";
import { type CSSProperties, useEffect } from "react";
import * as sonner from "sonner";
import { toasterIsReady } from "./toast";

const LOOK: CSSProperties & Record<`--${string}`, string> = {
  "--normal-bg": "var(--surface)",
  "--normal-border": "var(--line-strong)",
  "--normal-text": "var(--ink)",
  "--border-radius": "var(--r)",
  "--width": "23rem",
  fontFamily: "var(--sans)",
};

export default function ToasterPanel() {
  const t = useTranslations("ui");
  useEffect(() => toasterIsReady(sonner), []);
  return (
    <sonner.Toaster
      position="bottom-center"
      containerAriaLabel={t("toast.region")}
      style={LOOK}
      mobileOffset={{ bottom: "5.5rem" }}
      toastOptions={{
        classNames: {
          toast: "!shadow !text-sm",
          success: "[&_[data-icon]]:text-confirmed",
          error: "[&_[data-icon]]:text-danger",
          actionButton: "!bg-accent-soft !text-accent-ink !font-[560] !text-sm !h-8 !px-3 pointer-coarse:!h-11",
        },
      }}
    />
  );
}
