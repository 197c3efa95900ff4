type Sonner = typeof import("sonner");

let wake: (() => void) | undefined;
let place = newPlace();

/** Tells the person that something worked. */
export function toastOk(message: string): void {
  show((sonner) => sonner.toast.success(message));
}

/** Tells that something failed; stays longer, because it has to be read. */
export function toastError(message: string): void {
  show((sonner) => sonner.toast.error(message, { duration: 10_000 }));
}

/** Tells what was done and offers to take it back for ten seconds. */
export function toastUndo(message: string, undoLabel: string, onUndo: () => void): void {
  show((sonner) => sonner.toast(message, { duration: 10_000, action: { label: undoLabel, onClick: onUndo } }));
}

/** For the toaster: what to call when the first toast wants to be seen. */
export function onFirstToast(callback: () => void): () => void {
  wake = callback;
  return () => {
    wake = undefined;
  };
}

/** For the toaster: from here on toasts have a place to appear; answers what to call when it is gone. */
export function toasterIsReady(sonner: Sonner): () => void {
  place.open(sonner);
  return () => {
    place = newPlace();
  };
}

function show(tell: (sonner: Sonner) => void): void {
  wake?.();
  void place.opened.then(tell);
}

function newPlace() {
  let open: (sonner: Sonner) => void = () => {};
  const opened = new Promise<Sonner>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}
