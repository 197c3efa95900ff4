import { Button } from "@/components/button";
import { Chip } from "@/components/chip";
import { PageHeader } from "@/components/page-header";
import { Pagination } from "@/components/pagination";
import { Segmented } from "@/components/segmented";
import { type Step, Stepper } from "@/components/stepper";
import { TabLinks } from "@/components/tab-links";
import { Tabs } from "@/components/tabs";
import { ThemeSwitch } from "@/components/theme-switch";
import { rememberNothing } from "./actions";
import type { Samples } from "./samples";
import { KitRow } from "./section";

export function KitNavigation({ t }: { t: Samples }) {
  const steps = t.steps.map(([label = "", detail], index): Step => {
    const state = index < 4 ? "done" : index === 4 ? "now" : "next";
    return { key: label, label, detail, state };
  });
  const views = t.views.map(([value = "", label = ""]) => ({ value, label, href: `/dev/kit?view=${value}` }));
  return (
    <>
      <Stepper label={t.event} steps={steps} />
      <KitRow>
        <Segmented label={t.sections.navigation} value="week" segments={views} />
        <ThemeSwitch value="system" action={rememberNothing} />
      </KitRow>
      <TabLinks
        label={t.sections.data}
        links={t.parts.map((label, index) => ({
          href: index === 0 ? "/dev/kit" : `/dev/kit/shell/${index}`,
          label,
          exact: true,
          count: index === 6 ? 7 : undefined,
        }))}
      />
      <Tabs
        label={t.event}
        tabs={t.parts
          .slice(0, 3)
          .map((label) => ({ value: label, label, content: <p>{`${label}. ${t.eventLine}`}</p> }))}
      />
      <Pagination previousHref="/dev/kit" nextHref="/dev/kit" summary={t.count} />
    </>
  );
}

export function KitHeader({ t }: { t: Samples }) {
  return (
    <PageHeader
      breadcrumb={[
        { href: "/dev/kit", label: t.events },
        { href: "/dev/kit/shell", label: "EV-2481" },
      ]}
      title={t.title}
      subtitle={t.subtitle}
      status={
        <Chip tone="confirmed" icon="check">
          {t.chips.confirmed}
        </Chip>
      }
      actions={
        <>
          <Button icon="message">WhatsApp</Button>
          <Button variant="primary">{t.save}</Button>
        </>
      }
    />
  );
}
