"use client";

import { useLocale, useTranslations } from "next-intl";
import { cn } from "./class-names";
import { fileSize } from "./file-size";
import { Icon } from "./icon";
import { IconButton } from "./icon-button";
import { Progress } from "./progress";

export type SentFile = {
  key: string;
  name: string;
  /** Bytes. */
  size: number;
  /** How much of it has arrived, 0 to 1. */
  share: number;
  error?: string;
  stop?: () => void;
};

/** One file on its way, arrived, or refused. */
export function FileLine({ file, onRemove }: { file: SentFile; onRemove: () => void }) {
  const t = useTranslations("ui.file");
  const locale = useLocale();
  const under = file.error ?? fileSize(file.size, locale);
  return (
    <li className="flex items-center gap-3 rounded border border-line bg-surface py-1.5 pr-1.5 pl-3 text-sm">
      <Icon name={file.error ? "alert" : "file"} className={file.error ? "text-danger" : "text-muted"} />
      <div className="min-w-0 grow">
        <p className="truncate font-medium">{file.name}</p>
        <p role="status" className={cn("text-xs", file.error ? "text-danger-ink" : "text-muted")}>
          {under}
        </p>
        {file.share < 1 && !file.error && (
          <Progress label={t("uploading", { name: file.name })} value={file.share} max={1} className="mt-1" />
        )}
      </div>
      {file.share >= 1 && !file.error && <Icon name="check" label={t("uploaded")} className="text-confirmed" />}
      <IconButton icon="x" label={t("remove", { name: file.name })} size="sm" onClick={onRemove} />
    </li>
  );
}
