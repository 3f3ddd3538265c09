import type { PostFigures } from "@/lib/api/types"
import { decimals } from "@/lib/decimals"
import { exactCount, plural } from "@/lib/figures"
import { t } from "@/lib/i18n"
import { Panel } from "../components/panel"
import { ScoreBar } from "../components/score"
import { ageWords, confidenceWords, noScoreWords, partWords, timesWords } from "../words"

/** How far a post stands out, and what that is made of. */
export function ScorePanel({ post }: { post: PostFigures }) {
  const { viral } = post
  return (
    <Panel title={t("Score")} note={t("How far it stands out against its own account, at the same age")}>
      {viral.score === null ? (
        <p className="text-muted">{noScoreWords(viral.reason)}</p>
      ) : (
        <>
          <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
            <span className="tabular font-strong text-28">{Math.round(viral.score)}</span>
            <span className="text-muted">{t("of 100; 50 is this account's usual")}</span>
          </p>
          <ScoreBar score={viral.score} width={240} />
          <ul aria-label={t("What the score is made of")} className="grid gap-2 pt-2">
            {viral.parts.map((part) => (
              <Part key={part.name} {...part} />
            ))}
          </ul>
          <p className="text-12 text-muted">
            {t("In standard deviations from this account's normal. Reach counts most, engagement least.")}
          </p>
        </>
      )}
      <Basis viral={viral} />
    </Panel>
  )
}

const WIDTH = 160
const FARTHEST = 4

function Part({ name, z }: PostFigures["viral"]["parts"][number]) {
  const middle = WIDTH / 2
  const size = (Math.min(FARTHEST, Math.abs(z)) / FARTHEST) * middle
  return (
    <li className="grid grid-cols-[80px_minmax(0,1fr)_112px] tablet:grid-cols-[88px_160px_minmax(0,1fr)] items-center gap-3 text-13">
      <span>{partWords(name)}</span>
      <svg aria-hidden="true" viewBox={`0 0 ${WIDTH} 12`} className="h-3 w-full">
        <rect y="4" width={WIDTH} height="4" className="fill-line" />
        <rect
          x={z < 0 ? middle - size : middle}
          y="2"
          width={Math.max(1, size)}
          height="8"
          className={z < 0 ? "fill-series-2" : "fill-series-1"}
        />
        <path d={`M${middle} 0V12`} className="stroke-muted" />
      </svg>
      <span className="tabular">{awayWords(z)}</span>
    </li>
  )
}

function awayWords(z: number): string {
  const size = decimals(Math.abs(z))
  if (size === decimals(0)) return t("as usual")
  return z > 0 ? t("{size} above usual", { size }) : t("{size} below usual", { size })
}

/** With what it was compared, and how sure that is. */
function Basis({ viral }: { viral: PostFigures["viral"] }) {
  const rows = [
    [t("Age compared"), viral.age_h === null ? "–" : ageWords(viral.age_h)],
    [
      t("Views then"),
      viral.times === null || viral.usual_views === null
        ? "–"
        : t("{times} the usual {views}", {
            times: timesWords(viral.times),
            views: exactCount(viral.usual_views),
          }),
    ],
    [t("Compared with"), baselineWords(viral)],
    [t("Confidence"), t(confidenceWords[viral.confidence])],
  ]
  return (
    <dl className="grid border-line border-t pt-1 text-13">
      {rows.map(([name, value]) => (
        <div key={name} className="flex min-h-7 items-baseline justify-between gap-4">
          <dt className="text-muted">{name}</dt>
          <dd className="tabular text-right">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function baselineWords({ baseline_posts, fleet_accounts }: PostFigures["viral"]): string {
  const own = plural(baseline_posts, "earlier post")
  return fleet_accounts > 0
    ? t("{own}, and what is usual over {accounts}", { own, accounts: plural(fleet_accounts, "account") })
    : own
}
