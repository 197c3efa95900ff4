import { ConfirmDialog } from "@/components/confirm-dialog";
import { Dialog, DialogActions, DialogClose } from "@/components/dialog";
import { Menu, MenuItem, MenuSeparator } from "@/components/dropdown-menu";
import { Field } from "@/components/field";
import { Input } from "@/components/input";
import { Sheet } from "@/components/sheet";
import { answerAsAsked } from "./actions";
import { KitToasts } from "./overlays-live";
import type { Samples } from "./samples";
import { KitRow } from "./section";

export function KitOverlays({ t }: { t: Samples }) {
  return (
    <>
      <KitRow>
        <Dialog trigger={{ label: t.dialogTitle, icon: "plus" }} title={t.dialogTitle} description={t.dialogText}>
          <Field name="dialog-name" label={t.name} required>
            <Input />
          </Field>
          <DialogActions>
            <DialogClose label={t.cancel} />
          </DialogActions>
        </Dialog>
        <Sheet trigger={{ label: t.client, icon: "user" }} title={t.client}>
          <Field name="sheet-name" label={t.name} required>
            <Input />
          </Field>
        </Sheet>
        <ConfirmDialog
          trigger={{ label: t.remove, icon: "trash", variant: "danger" }}
          title={t.confirmTitle}
          confirmLabel={t.remove}
          action={answerAsAsked}
        >
          {t.confirmText}
        </ConfirmDialog>
        <ConfirmDialog
          trigger={{ label: `${t.remove} (2)`, icon: "trash" }}
          title={t.confirmTitle}
          confirmLabel={t.remove}
          action={answerAsAsked}
          hidden={{ answer: "refused" }}
          typeToConfirm={t.event}
        >
          {t.confirmText}
        </ConfirmDialog>
        <Menu trigger={{ label: t.more, icon: "ellipsis", iconOnly: true }} align="start">
          <MenuItem icon="copy">{t.duplicate}</MenuItem>
          <MenuItem icon="download" href="/dev/kit">
            {t.download}
          </MenuItem>
          <MenuItem icon="lock" disabled>
            {t.unavailable}
          </MenuItem>
          <MenuSeparator />
          <MenuItem icon="trash" danger>
            {t.remove}
          </MenuItem>
        </Menu>
      </KitRow>
      <KitToasts t={t} />
    </>
  );
}
