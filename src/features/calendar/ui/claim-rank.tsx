import { useTranslations } from "next-intl";

/** The place of a hold in the line. */
export function Rank({ rank }: { rank: number }) {
  const t = useTranslations("calendar");
  return (
    <span className="claim-rank">
      <span aria-hidden="true">{t("rank", { rank })}</span>
      <span className="sr-only">{t("rank_spoken", { rank })}</span>
    </span>
  );
}
