import { Copyable } from "@/components/ui/copyable"
import type { PublicationDetail } from "@/lib/api/types"
import { dayKey, nearDay, timeWithSeconds } from "@/lib/dates"
import { t } from "@/lib/i18n"
import { actorWord, eventDetail, eventWords, verdictWord } from "../story"

type PublicationHistoryProps = { publication: PublicationDetail; zone: string }

/** Everything that happened to one publication, the oldest first, and what each try was called at TikTok. */
export function PublicationHistory({ publication, zone }: PublicationHistoryProps) {
  const { events, attempts } = publication
  return (
    <div className="grid gap-3">
      <ol aria-label={t("History")} className="grid text-13">
        {events.map((event, index) => (
          <HistoryLine
            key={event.seq}
            event={event}
            zone={zone}
            isNewDay={
              index === 0 || dayKey(event.at, zone) !== dayKey(events[index - 1]?.at ?? event.at, zone)
            }
          />
        ))}
      </ol>
      {attempts.length > 0 ? (
        <ul className="grid gap-1 border-line border-t pt-3 text-12 text-muted">
          {attempts.map((attempt) => (
            <li key={attempt.id} className="flex flex-wrap gap-x-3">
              <span>
                {t("Try {number}: {verdict}", {
                  number: attempt.attempt,
                  verdict: verdictWord(attempt.verdict),
                })}
              </span>
              {attempt.no_longer_public_at ? (
                <span suppressHydrationWarning className="text-needs-you">
                  {t("no longer public on TikTok since {day}, {time}", {
                    day: nearDay(attempt.no_longer_public_at, zone),
                    time: timeWithSeconds(attempt.no_longer_public_at, zone),
                  })}
                </span>
              ) : null}
              <Copyable label={t("TikTok publish id")} value={attempt.publish_id} />
              {attempt.error_code ? <Copyable label={t("code")} value={attempt.error_code} /> : null}
              {attempt.log_id ? <Copyable label={t("log id")} value={attempt.log_id} /> : null}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}

type HistoryLineProps = { event: PublicationDetail["events"][number]; zone: string; isNewDay: boolean }

function HistoryLine({ event, zone, isNewDay }: HistoryLineProps) {
  const detail = eventDetail(event)
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3">
      {isNewDay ? (
        <p suppressHydrationWarning className="col-span-2 pt-1 text-12 text-muted">
          {nearDay(event.at, zone)}
        </p>
      ) : null}
      <time dateTime={event.at} className="tabular py-0.5 text-muted">
        {timeWithSeconds(event.at, zone)}
      </time>
      <div className="border-line border-l py-0.5 pl-3">
        <p>
          {eventWords(event)} <span className="text-12 text-muted">· {actorWord(event.actor)}</span>
        </p>
        {detail ? <p className="text-12 text-muted">{detail}</p> : null}
      </div>
    </li>
  )
}
