"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useCallback, useEffect, useState } from "react";
import { Dialog } from "@/components/dialog";
import type { SelectOption } from "@/components/select";
import { toastOk } from "@/components/toast";
import type { FormAction, FormState } from "@/kernel/form-state";
import { type CellAddress, useCells } from "./cells";
import { HoldForm } from "./hold-form";
import type { DeskVenue, Wanted } from "./place-fields";

type Props = {
  venues: readonly DeskVenue[];
  /** The rooms in the order of the rows, and the days in the order of the columns. */
  rows: readonly string[];
  days: readonly string[];
  date: string;
  types: readonly SelectOption[];
  /** Whether the address asks for a new hold; `backHref` is the same address without that. */
  asked: boolean;
  backHref: string;
  action: FormAction;
};

/** The dialog "Apartar", over a calendar whose empty cells open it, by a click or with the keyboard. */
export function HoldDesk({ venues, rows, days, date, types, asked, backHref, action }: Props) {
  const t = useTranslations("calendar.form");
  const router = useRouter();
  const [wanted, setWanted] = useState<Wanted | null>(asked ? { date } : null);
  useEffect(() => {
    if (asked) setWanted({ date });
  }, [asked, date]);

  useCells(
    useCallback(
      ({ row, column, turn }: CellAddress) => {
        const [starts, ends] = turn?.split("-") ?? [];
        setWanted({ spaceId: rows[row], date: column === null ? date : (days[column] ?? date), starts, ends });
      },
      [rows, days, date],
    ),
  );

  const close = useCallback(() => {
    setWanted(null);
    if (asked) router.replace(backHref, { scroll: false });
  }, [asked, backHref, router]);
  const done = useCallback(
    (state: FormState) => {
      if (state.message) toastOk(state.message);
      close();
      router.refresh();
    },
    [close, router],
  );

  return (
    <>
      <span id="calendar-hold" hidden>
        {t("title")}
      </span>
      <Dialog title={t("title")} open={wanted !== null} onOpenChange={(open) => !open && close()}>
        {wanted && (
          <HoldForm
            key={`${wanted.spaceId} ${wanted.date} ${wanted.starts}`}
            {...{ venues, types, wanted, action }}
            onDone={done}
          />
        )}
      </Dialog>
    </>
  );
}
