"use client";

import { useTranslations } from "next-intl";
import { useEffect, useId, useRef, useState } from "react";
import { Button } from "./button";
import { cn } from "./class-names";
import { controlClass } from "./control";

export type CopyFieldProps = { label: string; value: string; hint?: string; hideLabel?: boolean };

/** A value to take away: a link, a key that is shown once. */
export function CopyField({ label, value, hint, hideLabel }: CopyFieldProps) {
  const t = useTranslations("ui");
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2500);
    return () => clearTimeout(timer);
  }, [copied]);

  // Without a clipboard (plain http, an old browser) the value is selected, ready for Ctrl C.
  const copy = async () => {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(value);
      setCopied(true);
    } catch {
      field.current?.focus();
    }
  };

  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className={cn("font-[560] text-sm", hideLabel && "sr-only")}>
        {label}
      </label>
      <div className="flex gap-2">
        <input
          ref={field}
          id={id}
          readOnly
          value={value}
          onFocus={(event) => event.target.select()}
          aria-describedby={hint ? `${id}-hint` : undefined}
          className={cn(controlClass, "h-9 min-w-0 font-[540]")}
        />
        <Button icon={copied ? "check" : "copy"} onClick={copy} className="h-9">
          {t(copied ? "copy.copied" : "copy.copy")}
        </Button>
      </div>
      <span role="status" className="sr-only">
        {copied ? t("copy.copied") : ""}
      </span>
      {hint && (
        <p id={`${id}-hint`} className="text-muted text-xs">
          {hint}
        </p>
      )}
    </div>
  );
}
