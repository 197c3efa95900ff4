"use client";

import dynamic from "next/dynamic";
import { createContext, type ReactNode, useContext, useId, useRef, useState } from "react";
import type { DialogContent } from "./dialog-panel";
import { type Trigger, TriggerButton } from "./trigger";

export type DialogProps = DialogContent & {
  trigger?: Trigger;
  /** For a caller that decides itself when it is open. */
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
};

const fetchPanel = () => import("./dialog-panel");
const DialogPanel = dynamic(fetchPanel, { ssr: false });
const warm = () => {
  fetchPanel().catch(() => {}); // without a network now, there may be one when it opens
};
const CloseContext = createContext<() => void>(() => {});

/**
 * A question or a small task over the page; on a phone it rises from below. What draws it is fetched when somebody
 * reaches for the first one, so it costs the first load nothing.
 */
export function Dialog({ trigger, open: opened, onOpenChange, children, ...panel }: DialogProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const [openedHere, setOpenedHere] = useState(false);
  const [used, setUsed] = useState(false);
  const open = opened ?? openedHere;
  if (open && !used) setUsed(true);
  const change = (next: boolean) => {
    setOpenedHere(next);
    onOpenChange?.(next);
  };
  return (
    <>
      {trigger && (
        <TriggerButton
          trigger={trigger}
          ref={button}
          aria-haspopup="dialog"
          aria-expanded={open}
          aria-controls={open ? id : undefined}
          onPointerEnter={warm}
          onFocus={warm}
          onClick={() => change(!open)}
        />
      )}
      {used && (
        <DialogPanel {...panel} id={id} open={open} onOpenChange={change} button={button}>
          <CloseContext value={() => change(false)}>{children}</CloseContext>
        </DialogPanel>
      )}
    </>
  );
}

/** The row of buttons that ends a dialog; the one that acts comes last. */
export function DialogActions({ children }: { children: ReactNode }) {
  return <div className="mt-5 flex flex-wrap justify-end gap-2">{children}</div>;
}

/** A button that closes the dialog around it. */
export function DialogClose({ label }: { label: string }) {
  return <TriggerButton trigger={{ label }} onClick={useContext(CloseContext)} />;
}
