"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { cn } from "./class-names";
import { Icon, type IconName } from "./icon";

export type Theme = "light" | "dark" | "system";
export type ThemeSwitchProps = {
  value: Theme;
  /** Remembers the choice; receives a form with `theme`. */
  action: (data: FormData) => Promise<void>;
  className?: string;
};

const CHOICES: readonly { value: Theme; icon: IconName }[] = [
  { value: "light", icon: "sun" },
  { value: "dark", icon: "moon" },
  { value: "system", icon: "monitor" },
];

/** Light, dark, or as the device says; takes effect at once. */
export function ThemeSwitch({ value, action, className }: ThemeSwitchProps) {
  const t = useTranslations("ui");
  const [shown, setShown] = useState(value);
  const choose = (theme: Theme) => {
    setShown(theme);
    document.documentElement.dataset.theme = theme;
  };
  return (
    <form action={action} className={className}>
      <fieldset aria-label={t("theme.label")} className="flex rounded bg-sunken p-0.5">
        {CHOICES.map((choice) => (
          <button
            key={choice.value}
            type="submit"
            name="theme"
            value={choice.value}
            aria-pressed={shown === choice.value}
            onClick={() => choose(choice.value)}
            title={t(`theme.${choice.value}`)}
            className={cn(
              "inline-flex grow items-center justify-center gap-1.5 rounded-[6px] px-2.5 py-[5px] font-[540] text-xs transition-colors pointer-coarse:min-h-10",
              shown === choice.value ? "bg-raised text-text shadow-raised" : "text-muted hover:text-text",
            )}
          >
            <Icon name={choice.icon} className="size-[15px]" />
            {t(`theme.${choice.value}`)}
          </button>
        ))}
      </fieldset>
    </form>
  );
}
