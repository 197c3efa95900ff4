import { getFormatter, getTranslations } from "next-intl/server";
import { Card } from "@/components/card";
import { Icon, type IconName } from "@/components/icon";
import type { EventDetail } from "@/features/bookings/queries";
import { isCancellable, isEditable, isInForce, whyNotConfirm, whyNotMove } from "@/features/bookings/rules";
import { EditDialog } from "@/features/bookings/ui/edit-dialog";
import { ReasonDialog } from "@/features/bookings/ui/reason-dialog";
import { ConfirmDesk } from "@/features/calendar/ui/confirm-desk";
import { MoveDesk } from "@/features/calendar/ui/move-desk";
import { can } from "@/features/identity/authorize";
import { listVenues } from "@/features/venues/queries";
import { toDate } from "@/kernel/time";
import type { MemberCtx } from "@/web/page-context";
import { cancel, confirm, edit, move, release } from "./actions";

type Props = { ctx: MemberCtx; event: EventDetail };

/** How it stands in a sentence, and the one button that takes it further. */
export async function NextStep({ ctx, event }: Props) {
  const t = await getTranslations("events");
  const tentative = event.status === "tentative";
  const confirmable = can(ctx, "event.confirm") && whyNotConfirm(event, ctx.now) === null && !event.blockedBy;
  const icons: Partial<Record<EventDetail["status"], IconName>> = { tentative: "hourglass", confirmed: "check-circle" };
  return (
    <Card>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
        <Icon name={icons[event.status] ?? "info"} className="size-5 text-muted" />
        <p className="min-w-0 grow basis-64 text-sm">{await sentence(ctx, event)}</p>
        {tentative && can(ctx, "event.update") && (
          <ReasonDialog
            trigger={{ label: t("next.release") }}
            title={t("release.title", { title: event.title })}
            text={t("release.text")}
            label={t("release.reason")}
            hint={t("release.reason_hint")}
            submitLabel={t("release.submit")}
            danger
            eventId={event.id}
            action={release}
          />
        )}
        {confirmable && (
          <ConfirmDesk
            eventId={event.id}
            held={event.places.length === 1 ? placeOf(event) : null}
            labels={{
              trigger: t("next.confirm"),
              title: t("confirm.title", { title: event.title }),
              text: t("confirm.text"),
              reason: t("confirm.reason"),
              reason_hint: t("confirm.reason_hint"),
              submit: t("confirm.submit"),
            }}
            confirm={confirm}
            move={move}
          />
        )}
      </div>
    </Card>
  );
}

/** What else can be done with the event now, by this person. */
export async function MoreToDo({ ctx, event }: Props) {
  const t = await getTranslations("events");
  const mayUpdate = can(ctx, "event.update");
  const movable = mayUpdate && event.places.length === 1 && whyNotMove(event, ctx.now) === null;
  const venues = movable ? (await listVenues(ctx)).filter((venue) => venue.spaces.length > 0) : [];
  const wanted = placeOf(event);
  return (
    <>
      {mayUpdate && isEditable(event.status) && <EditDialog event={event} action={edit} />}
      {movable && (
        <MoveDesk
          key={`${wanted.spaceId} ${event.start} ${event.end}`}
          venues={venues}
          wanted={wanted}
          eventId={event.id}
          labels={{ title: t("move.title"), submit: t("move.submit") }}
          action={move}
        />
      )}
      {can(ctx, "event.cancel") && event.status !== "tentative" && isCancellable(event.status) && (
        <ReasonDialog
          trigger={{ label: t("next.cancel"), variant: "ghost" }}
          title={t("cancel.title", { title: event.title })}
          text={t("cancel.text")}
          label={t("cancel.reason")}
          submitLabel={t("cancel.submit")}
          danger
          eventId={event.id}
          action={cancel}
        />
      )}
    </>
  );
}

function placeOf({ places, start, end }: EventDetail) {
  return { spaceId: places[0]?.spaceId, date: start.slice(0, 10), starts: start.slice(11), ends: end.slice(11) };
}

async function sentence(ctx: MemberCtx, event: EventDetail): Promise<string> {
  const t = await getTranslations("events.next");
  const format = await getFormatter();
  const { status, holdExpiresAt, rank, endedReason, blockedBy } = event;
  if (blockedBy) return t("blocked", { who: blockedBy });
  if (status === "tentative" && holdExpiresAt) {
    const style = { weekday: "long", day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" } as const;
    const until = format.dateTime(toDate(holdExpiresAt), { ...style, hour12: false, timeZone: event.timeZone });
    if (!isInForce(event, ctx.now)) return t("hold_expired", { until });
    const line = rank && rank > 1 ? t("behind", { ahead: rank - 1 }) : t("first");
    return `${t("hold", { until })} ${line}`;
  }
  if (status === "cancelled" || status === "lost") {
    return endedReason === "expired" ? t("expired") : t("ended", { reason: endedReason ?? "" });
  }
  return t(status === "confirmed" || status === "in_progress" ? "confirmed" : "over");
}
