"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { Button } from "@/components/button";
import { FileDrop } from "@/components/file-drop";
import { toastError, toastOk } from "@/components/toast";
import { type FormAction, type FormState, IDLE } from "@/kernel/form-state";

export type LogoFormProps = {
  logoFileId: string | null;
  labels: Record<"choose" | "now" | "remove", string>;
  set: FormAction;
  remove: FormAction;
};

const mostBytes = 5 * 1024 * 1024;

/** The logo as it is, and a place to drop another: it is up as soon as it has arrived. */
export function LogoForm({ logoFileId, labels, set, remove }: LogoFormProps) {
  const router = useRouter();
  const [pending, start] = useTransition();
  const tell = (answer: FormState) => {
    if (answer.message) (answer.status === "ok" ? toastOk : toastError)(answer.message);
    router.refresh();
  };
  const send = (action: FormAction, fileId?: string) =>
    start(async () => {
      const form = new FormData();
      if (fileId) form.set("fileId", fileId);
      tell(await action(IDLE, form));
    });
  return (
    <div className="flex flex-col gap-4 sm:flex-row sm:items-start">
      {logoFileId && (
        <div className="flex shrink-0 flex-col items-center gap-2">
          {/* biome-ignore lint/performance/noImgElement: private, and already sized by the server. */}
          <img
            src={`/files/${logoFileId}?thumbnail`}
            alt={labels.now}
            className="size-24 rounded border border-line bg-surface object-contain"
          />
          <Button size="sm" variant="ghost" pending={pending} onClick={() => send(remove)}>
            {labels.remove}
          </Button>
        </div>
      )}
      <div className="min-w-0 grow">
        <FileDrop
          label={labels.choose}
          url="/files?subject=organization"
          accept="image/png,image/jpeg,image/webp"
          maxBytes={mostBytes}
          onSent={(answer) => send(set, fileIdOf(answer))}
        />
      </div>
    </div>
  );
}

function fileIdOf(answer: unknown): string | undefined {
  if (typeof answer !== "object" || answer === null || !("id" in answer)) return undefined;
  return typeof answer.id === "string" ? answer.id : undefined;
}
