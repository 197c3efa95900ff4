"use client";

import { useLocale, useTranslations } from "next-intl";
import { type DragEvent, useId, useRef, useState } from "react";
import { cn } from "./class-names";
import { FileLine, type SentFile } from "./file-line";
import { fileSize } from "./file-size";
import { Icon } from "./icon";
import { FileRefused, sendFile } from "./send-file";

export type FileDropProps = {
  label: string;
  hint?: string;
  /** Where each file is posted as multipart field `file`; without it the files travel with the form, as `name`. */
  url?: string;
  name?: string;
  accept?: string;
  multiple?: boolean;
  maxBytes?: number;
  disabled?: boolean;
  /** With the JSON that the address answered. */
  onSent?: (answer: unknown, file: File) => void;
};

/** Files by drag, by tap or by keyboard, each with how far it is. */
export function FileDrop({ label, hint, url, name, accept, multiple, maxBytes, disabled, onSent }: FileDropProps) {
  const t = useTranslations("ui.file");
  const locale = useLocale();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [files, setFiles] = useState<readonly SentFile[]>([]);

  const change = (key: string, part: Partial<SentFile>) =>
    setFiles((now) => now.map((one) => (one.key === key ? { ...one, ...part } : one)));
  const start = (file: File): SentFile => {
    const entry: SentFile = { key: crypto.randomUUID(), name: file.name, size: file.size, share: 1 };
    if (maxBytes !== undefined && file.size > maxBytes) {
      const sizes = { size: fileSize(file.size, locale), max: fileSize(maxBytes, locale) };
      return { ...entry, error: t("tooLarge", sizes) };
    }
    if (url === undefined) return entry;
    const sending = sendFile(url, file, (share) => change(entry.key, { share }));
    sending.done.then(
      (answer) => {
        change(entry.key, { share: 1, stop: undefined });
        onSent?.(answer, file);
      },
      (reason) => {
        change(entry.key, { error: reason instanceof FileRefused ? reason.message : t("failed"), stop: undefined });
      },
    );
    return { ...entry, share: 0, stop: sending.stop };
  };
  const take = (list: FileList | null) => {
    const taken = [...(list ?? [])].slice(0, multiple ? undefined : 1).map(start);
    setFiles((now) => (multiple && url !== undefined ? [...now, ...taken] : taken));
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (disabled) return;
    if (url === undefined && input.current) input.current.files = event.dataTransfer.files;
    take(event.dataTransfer.files);
  };
  const remove = (file: SentFile) => {
    file.stop?.();
    if (url === undefined && input.current) input.current.value = "";
    setFiles((now) => now.filter((one) => one.key !== file.key));
  };

  return (
    <div>
      <p className="mb-1.5 font-[560] text-sm" id={`${id}-label`}>
        {label}
      </p>
      <label
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        className={cn(
          "flex flex-col items-center gap-1 rounded border border-line-field border-dashed bg-surface px-4 py-6 text-center text-sm transition-colors hover:bg-sunken has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2 has-disabled:opacity-55",
          over && "border-accent bg-accent-soft",
        )}
      >
        <Icon name="upload" className="mb-1 size-6 text-muted" />
        <span>
          {t(multiple ? "dropMany" : "drop")}{" "}
          <span className="font-[560] text-accent-ink underline underline-offset-2">
            {t(multiple ? "chooseMany" : "choose")}
          </span>
        </span>
        {hint && (
          <span id={`${id}-hint`} className="text-muted text-xs">
            {hint}
          </span>
        )}
        <input
          ref={input}
          type="file"
          name={url === undefined ? name : undefined}
          accept={accept}
          multiple={multiple}
          disabled={disabled}
          aria-labelledby={`${id}-label`}
          aria-describedby={hint ? `${id}-hint` : undefined}
          onChange={(event) => {
            take(event.target.files);
            if (url !== undefined) event.target.value = "";
          }}
          className="sr-only"
        />
      </label>
      {files.length > 0 && (
        <ul className="mt-2 flex flex-col gap-1.5">
          {files.map((file) => (
            <FileLine key={file.key} file={file} onRemove={() => remove(file)} />
          ))}
        </ul>
      )}
    </div>
  );
}
