"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { startTransition, useCallback, useEffect } from "react";
import { Button } from "@/components/button";
import { EmptyState } from "@/components/empty-state";

/** What a page shows that failed, inside a `main`. When the database is away it tries again by itself until it is back. */
export function FailedPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const t = useTranslations("shell.failed");
  const router = useRouter();
  const away = error.digest === "unavailable";
  const again = useCallback(() => {
    startTransition(() => {
      router.refresh();
      reset();
    });
  }, [router, reset]);

  useEffect(() => {
    if (!away) return;
    const timer = setInterval(again, 5_000);
    return () => clearInterval(timer);
  }, [away, again]);

  return (
    <div className="grid min-h-[70dvh] place-items-center p-6" role="alert">
      <EmptyState
        heading="h1"
        icon={away ? "hourglass" : "warning"}
        title={away ? t("unavailable") : t("title")}
        text={away ? t("unavailable_hint") : t("hint", { id: error.digest ?? "-" })}
        action={
          <Button variant="primary" onClick={again}>
            {t("again")}
          </Button>
        }
      />
    </div>
  );
}
