import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Button } from "@/components/button";

type Props = {
  back: string;
  /** To the next step without adding anything, when this one is done. */
  onward?: string;
  children: ReactNode;
};

/** The row that ends a step: back at the left, on at the right. */
export async function StepActions({ back, onward, children }: Props) {
  const t = await getTranslations("wizard");
  return (
    <div className="mt-1 flex flex-wrap items-center gap-2">
      <Button href={`/welcome?step=${back}`} variant="ghost" icon="arrow-left">
        {t("back")}
      </Button>
      <span className="grow" />
      {onward && <Button href={`/welcome?step=${onward}`}>{t("skip")}</Button>}
      {children}
    </div>
  );
}
