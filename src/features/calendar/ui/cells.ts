"use client";

import { useEffect } from "react";

/** The cell that was chosen: its row and column; the day's list has rows only, the day's timeline a turn HH:MM-HH:MM. */
export type CellAddress = { row: number; column: number | null; turn?: string };

const steps: Record<string, readonly [number, number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/**
 * Makes the calendar's cells work: one of them is a stop of the Tab key, arrows go from cell to cell, a click or Enter
 * chooses. One listener for them all, because there may be thousands.
 */
export function useCells(choose: (address: CellAddress) => void): void {
  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      const cell =
        event.target instanceof Element ? event.target.closest<HTMLElement>("[data-cell], [data-room]") : null;
      if (!cell) return;
      const { room, turn } = cell.dataset;
      const [row = 0, column = 0] = cell.dataset.cell?.split(":").map(Number) ?? [];
      choose(room === undefined ? { row, column: turn ? null : column, turn } : { row: Number(room), column: null });
    };
    const onKey = (event: KeyboardEvent) => {
      const cell = event.target instanceof HTMLElement ? event.target : null;
      const [row = 0, column = 0] = cell?.dataset.cell?.split(":").map(Number) ?? [];
      const step = steps[event.key];
      if (!cell?.dataset.cell || !step) return;
      event.preventDefault();
      const next = visibleCell(row, column, step);
      if (!next) return;
      cell.tabIndex = -1;
      next.tabIndex = 0;
      next.focus();
    };
    document.addEventListener("click", onClick);
    document.addEventListener("keydown", onKey);
    return () => {
      document.removeEventListener("click", onClick);
      document.removeEventListener("keydown", onKey);
    };
  }, [choose]);
}

/** The next cell in a direction that can be seen: rows of a folded venue are passed over. */
function visibleCell(row: number, column: number, [down, right]: readonly [number, number]): HTMLElement | null {
  for (let steps = 1; steps < 500; steps++) {
    const address = `${row + down * steps}:${column + right * steps}`;
    const found = document.querySelector<HTMLElement>(`[data-cell="${address}"]`);
    if (!found) return null;
    if (found.checkVisibility()) return found;
  }
  return null;
}
