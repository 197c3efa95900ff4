import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/empty-state";
import { Notice } from "@/components/notice";
import { PageHeader } from "@/components/page-header";
import { can } from "@/features/identity/authorize";
import { listJobs } from "@/features/jobs/queries";
import { JobTable } from "@/features/jobs/ui/job-table";
import { Messages } from "@/web/messages";
import { memberCtx } from "@/web/page-context";
import { retry } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("jobs"))("title") };
}

export default async function JobsPage() {
  const ctx = await memberCtx("job.read");
  const { jobs, total } = await listJobs(ctx);
  const t = await getTranslations("jobs");
  const dead = jobs.filter((job) => job.state === "dead").length;
  return (
    <Messages namespaces={["jobs"]}>
      <PageHeader title={t("title")} subtitle={t("subtitle")} />
      {dead > 0 && (
        <Notice tone="danger" className="mb-4" title={t("dead_title", { count: dead })}>
          {t("dead_hint")}
        </Notice>
      )}
      {jobs.length === 0 ? (
        <div className="rounded border border-line bg-surface">
          <EmptyState icon="check-circle" title={t("empty_title")} text={t("empty_text")} />
        </div>
      ) : (
        <JobTable jobs={jobs} retry={can(ctx, "job.retry") ? retry : undefined} />
      )}
      {total > jobs.length && <p className="mt-3 text-muted text-sm">{t("more", { shown: jobs.length, total })}</p>}
    </Messages>
  );
}
