"use client";

import { useTranslations } from "next-intl";
import { type ComponentProps, useState } from "react";
import { cn } from "./class-names";
import { controlClass } from "./control";
import { useControl } from "./form-context";
import { Icon } from "./icon";

/** A secret that can be looked at before it is sent. */
export function PasswordInput({ className, ...props }: ComponentProps<"input">) {
  const t = useTranslations("ui");
  const [shown, setShown] = useState(false);
  const control = useControl(props);
  return (
    <span className="relative block">
      <input
        autoComplete="current-password"
        {...control}
        type={shown ? "text" : "password"}
        autoCapitalize="off"
        spellCheck={false}
        className={cn(controlClass, "h-9 pr-11", className)}
      />
      <button
        type="button"
        onClick={() => setShown(!shown)}
        aria-pressed={shown}
        aria-label={t("password.show")}
        title={t(shown ? "password.hide" : "password.show")}
        className="absolute inset-y-0 right-0 grid w-10 place-items-center rounded text-muted hover:text-text pointer-coarse:w-11"
      >
        <Icon name={shown ? "eye-off" : "eye"} />
      </button>
    </span>
  );
}
