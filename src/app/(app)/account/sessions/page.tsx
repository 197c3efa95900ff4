import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { Card } from "@/components/card";
import { Chip } from "@/components/chip";
import { Icon } from "@/components/icon";
import { SubmitButton } from "@/components/submit-button";
import { listSessions, type OpenSession } from "@/features/identity/queries";
import { personCtx } from "@/web/page-context";
import { endOtherSessions, endSession } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account.sessions"))("title") };
}

export default async function SessionsPage() {
  const ctx = await personCtx();
  const sessions = await listSessions(ctx);
  const t = await getTranslations("account.sessions");
  const endOthers = (
    <form action={endOtherSessions}>
      <SubmitButton variant="secondary">{t("revoke_others")}</SubmitButton>
    </form>
  );
  return (
    <Card title={t("title")} subtitle={t("text")} footer={sessions.length === 1 ? t("only_this") : endOthers}>
      <ul className="divide-y divide-line">
        {sessions.map((session) => (
          <SessionLine key={session.id} session={session} now={ctx.now.epochMilliseconds} />
        ))}
      </ul>
    </Card>
  );
}

async function SessionLine({ session, now }: { session: OpenSession; now: number }) {
  const t = await getTranslations("account.sessions");
  const format = await getFormatter();
  const device = [session.browser, session.system].filter(Boolean).join(", ") || t("unknown_device");
  const isPhone = ["Android", "iPhone", "iPad"].includes(session.system ?? "");
  const ip = session.ip ?? t("unknown_address");
  const when = format.relativeTime(Math.min(session.lastSeenAt.epochMilliseconds, now), now);
  const started = format.dateTime(session.startedAt.epochMilliseconds, { dateStyle: "medium", timeStyle: "short" });
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 py-3">
      <Icon name={isPhone ? "smartphone" : "laptop"} className="text-muted" />
      <div className="min-w-0 grow basis-48 text-sm">
        <p className="font-[560]">{device}</p>
        <p className="text-muted text-xs">{session.isThisOne ? t("seen_now", { ip }) : t("seen", { ip, when })}</p>
        <p className="text-muted text-xs">{t("started", { date: started })}</p>
      </div>
      {session.isThisOne ? (
        <Chip tone="confirmed" icon="check">
          {t("this_one")}
        </Chip>
      ) : (
        <form action={endSession}>
          <input type="hidden" name="sessionId" value={session.id} />
          <SubmitButton variant="secondary" size="sm" aria-label={t("revoke_label", { device })}>
            {t("revoke")}
          </SubmitButton>
        </form>
      )}
    </li>
  );
}
