import { Button } from "@/components/button";
import { IconButton } from "@/components/icon-button";
import type { Samples } from "./samples";
import { KitRow } from "./section";

const VARIANTS = ["primary", "secondary", "ghost", "danger"] as const;
const SIZES = ["sm", "md", "lg"] as const;

export function KitButtons({ t }: { t: Samples }) {
  return (
    <>
      {SIZES.map((size) => (
        <KitRow key={size}>
          <Button variant="primary" size={size} icon="plus">
            {t.hold}
          </Button>
          <Button size={size}>{t.today}</Button>
          <Button variant="ghost" size={size}>
            {t.cancel}
          </Button>
          <Button variant="danger" size={size} icon="trash">
            {t.remove}
          </Button>
        </KitRow>
      ))}
      <KitRow>
        {VARIANTS.map((variant) => (
          <Button key={variant} variant={variant} disabled>
            {t.unavailable}
          </Button>
        ))}
        {VARIANTS.map((variant) => (
          <Button key={variant} variant={variant} pending>
            {t.saving}
          </Button>
        ))}
      </KitRow>
      <KitRow>
        <Button href="/dev/kit" icon="download">
          {t.export}
        </Button>
        <IconButton icon="ellipsis" label={t.more} />
        <IconButton icon="edit" label={t.save} variant="secondary" />
        <IconButton icon="chevron-left" label={t.today} href="/dev/kit" />
      </KitRow>
      <div className="max-w-72">
        <Button variant="primary" block className="h-auto min-h-8.5 whitespace-normal py-1.5">
          {t.longLabel}
        </Button>
      </div>
    </>
  );
}
