import { Dialog, type DialogProps } from "./dialog";

/** A longer task beside the page, which stays in sight. */
export function Sheet(props: Omit<DialogProps, "shape" | "wide">) {
  return <Dialog {...props} shape="sheet" />;
}
