import { Avatar } from "@/components/avatar";
import { Chip } from "@/components/chip";
import { Kbd } from "@/components/kbd";
import { Notice } from "@/components/notice";
import { Progress } from "@/components/progress";
import { StatusDot } from "@/components/status-dot";
import type { Samples } from "./samples";
import { KitRow } from "./section";

const PEOPLE = ["Mariana Valle", "Daniel Ruiz", "Lucía Paredes", "Tomás Aguirre", "Valentina Sosa", "Iván"];

export function KitSigns({ t }: { t: Samples }) {
  return (
    <>
      <KitRow>
        <Chip>{t.chips.neutral}</Chip>
        <Chip tone="accent">{t.chips.accent}</Chip>
        <Chip tone="confirmed" icon="check">
          {t.chips.confirmed}
        </Chip>
        <Chip tone="hold" icon="hourglass">
          {t.chips.hold}
        </Chip>
        <Chip tone="danger" icon="alert">
          {t.chips.danger}
        </Chip>
        <Chip tone="done">{t.chips.done}</Chip>
      </KitRow>
      <KitRow>
        {PEOPLE.map((name) => (
          <Avatar key={name} name={name} />
        ))}
        <Avatar name="Mariana Valle" size="sm" />
        <Avatar name="Mariana Valle" size="lg" />
        <Kbd>Ctrl K</Kbd>
        <Kbd>Z</Kbd>
        <StatusDot>{t.live}</StatusDot>
        <StatusDot tone="danger">{t.failed}</StatusDot>
      </KitRow>
      <div className="grid gap-2.5 sm:grid-cols-2">
        <Notice tone="confirmed" icon="shield-check">
          {t.notice}
        </Notice>
        <Notice tone="hold" title={t.chips.hold}>
          {t.notice}
        </Notice>
        <Notice tone="danger" title={t.failed}>
          {t.emailError}
        </Notice>
        <Notice>{t.dialogText}</Notice>
      </div>
      <div className="grid max-w-xl gap-4">
        <Progress label={t.upload} value={62} />
        <Progress label={t.upload} />
      </div>
    </>
  );
}
