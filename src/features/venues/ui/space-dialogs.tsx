import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/checkbox";
import { DialogForm } from "@/components/dialog-form";
import { Field } from "@/components/field";
import { Input } from "@/components/input";
import type { FormAction } from "@/kernel/form-state";

type Space = { id: string; name: string; capacity: number; setupMinutes: number; teardownMinutes: number };

type AddProps = { venueId: string; spaces: readonly { id: string; name: string }[]; action: FormAction };

/** Something new to sell: a room of its own, or rooms that are sold as one. */
export function AddSpace({ venueId, spaces, action }: AddProps) {
  const t = useTranslations("venues");
  return (
    <DialogForm
      trigger={{ label: t("space.add"), icon: "plus", size: "sm" }}
      title={t("space.add")}
      action={action}
      hidden={{ venueId }}
      submitLabel={t("space.add")}
    >
      <SpaceFields />
      {spaces.length > 1 && (
        <fieldset>
          <legend className="mb-1 font-[560] text-sm">{t("space.made_of")}</legend>
          <p className="mb-1 text-muted text-xs">{t("space.made_of_hint")}</p>
          <div className="grid grid-cols-2 gap-x-3">
            {spaces.map((space) => (
              <Checkbox key={space.id} name="madeOf[]" value={space.id} label={space.name} />
            ))}
          </div>
        </fieldset>
      )}
    </DialogForm>
  );
}

/** A room's name, how many it holds, and the time it needs before and after. */
export function EditSpace({ space, action }: { space: Space; action: FormAction }) {
  const t = useTranslations("venues");
  return (
    <DialogForm
      trigger={{ label: t("space.edit", { name: space.name }), icon: "edit", iconOnly: true, variant: "ghost" }}
      title={t("space.edit", { name: space.name })}
      description={t("space.edit_text")}
      action={action}
      hidden={{ spaceId: space.id }}
      submitLabel={t("save")}
    >
      <SpaceFields {...space} />
    </DialogForm>
  );
}

function SpaceFields(space: Partial<Omit<Space, "id">>) {
  const t = useTranslations("venues.space");
  return (
    <>
      <Field name="name" label={t("name")} hint={space.name === undefined ? t("name_hint") : undefined} required>
        <Input maxLength={120} defaultValue={space.name} />
      </Field>
      <div className="grid gap-3 sm:grid-cols-3">
        <Field name="capacity" label={t("capacity")} required>
          <Input type="number" inputMode="numeric" min={1} defaultValue={space.capacity} />
        </Field>
        <Field name="setupMinutes" label={t("setup")} required>
          <Input
            type="number"
            inputMode="numeric"
            min={0}
            max={2880}
            step={15}
            defaultValue={space.setupMinutes ?? 60}
          />
        </Field>
        <Field name="teardownMinutes" label={t("teardown")} required>
          <Input
            type="number"
            inputMode="numeric"
            min={0}
            max={2880}
            step={15}
            defaultValue={space.teardownMinutes ?? 60}
          />
        </Field>
      </div>
    </>
  );
}
