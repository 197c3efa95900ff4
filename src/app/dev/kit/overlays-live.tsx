"use client";

import { Button } from "@/components/button";
import { toastError, toastOk, toastUndo } from "@/components/toast";
import { Toaster } from "@/components/toaster";
import { Tooltip } from "@/components/tooltip";
import type { Samples } from "./samples";

export function KitToasts({ t }: { t: Samples }) {
  return (
    <div className="flex flex-wrap gap-2.5">
      <Button onClick={() => toastOk(t.saved)}>{t.saved}</Button>
      <Button onClick={() => toastError(t.failed)}>{t.failed}</Button>
      <Button onClick={() => toastUndo(t.archived, t.undo, () => toastOk(t.saved))}>{t.archived}</Button>
      <Tooltip text={t.tip}>
        <Button>$87,000</Button>
      </Tooltip>
      <Toaster />
    </div>
  );
}
