"use client";

import { useTranslations } from "next-intl";
import { useContext, useState } from "react";
import { Button } from "@/components/button";
import { FormContext } from "@/components/form-context";

/** The recovery codes in the answer of the form around it: the one time that they are shown. */
export function RecoveryCodes() {
  const t = useTranslations("account.recovery");
  const codes = codesIn(useContext(FormContext)?.state.value);
  const [copied, setCopied] = useState(false);
  if (codes.length === 0) return null;
  const text = codes.join("\n");
  const copy = () => navigator.clipboard.writeText(text).then(() => setCopied(true));
  return (
    <section aria-labelledby="recovery-codes" className="rounded border border-hold bg-hold-soft p-4">
      <h3 id="recovery-codes" className="font-semibold">
        {t("shown_title")}
      </h3>
      <p className="mt-0.5 text-sm">{t("shown_text")}</p>
      <ol className="my-3 grid gap-x-6 gap-y-1.5 font-mono text-sm sm:grid-cols-2">
        {codes.map((code) => (
          <li key={code} className="select-all tracking-wide">
            {code}
          </li>
        ))}
      </ol>
      <div className="flex flex-wrap gap-2">
        <Button icon={copied ? "check" : "copy"} onClick={copy}>
          {t(copied ? "copied" : "copy")}
        </Button>
        <a
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(`${text}\n`)}`}
          download={t("file")}
          className="inline-flex h-8.5 items-center rounded border border-line-strong bg-surface px-[13px] font-[540] text-sm hover:bg-sunken pointer-coarse:min-h-11"
        >
          {t("download")}
        </a>
      </div>
    </section>
  );
}

function codesIn(value: unknown): string[] {
  if (typeof value !== "object" || value === null || !("recoveryCodes" in value)) return [];
  const { recoveryCodes } = value;
  return Array.isArray(recoveryCodes) ? recoveryCodes.filter((code) => typeof code === "string") : [];
}
