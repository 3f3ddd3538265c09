import type { PostFigures } from "@/lib/api/types"
import { exactCount, plural } from "@/lib/figures"
import { Panel } from "../components/panel"
import { ScoreBar } from "../components/score"
import { ageWords, confidenceWords, noScoreWords, partWords, timesWords } from "../words"

/** How far a post stands out, and what that is made of. */
export function ScorePanel({ post }: { post: PostFigures }) {
  const { viral } = post
  return (
    <Panel title="Score" note="How far it stands out against its own account, at the same age">
      {viral.score === null ? (
        <p className="text-muted">{noScoreWords(viral.reason)}</p>
      ) : (
        <>
          <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
            <span className="tabular font-strong text-28">{Math.round(viral.score)}</span>
            <span className="text-muted">of 100; 50 is this account's usual</span>
          </p>
          <ScoreBar score={viral.score} width={240} />
          <ul aria-label="What the score is made of" className="grid gap-2 pt-2">
            {viral.parts.map((part) => (
              <Part key={part.name} {...part} />
            ))}
          </ul>
          <p className="text-12 text-muted">
            In standard deviations from this account's normal. Reach counts most, engagement least.
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
      <span>{partWords[name] ?? name}</span>
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
  const size = Math.abs(z).toFixed(1)
  if (size === "0.0") return "as usual"
  return `${size} ${z > 0 ? "above" : "below"} usual`
}

/** With what it was compared, and how sure that is. */
function Basis({ viral }: { viral: PostFigures["viral"] }) {
  const rows = [
    ["Age compared", viral.age_h === null ? "–" : ageWords(viral.age_h)],
    [
      "Views then",
      viral.times === null || viral.usual_views === null
        ? "–"
        : `${timesWords(viral.times)} the usual ${exactCount(viral.usual_views)}`,
    ],
    ["Compared with", baselineWords(viral)],
    ["Confidence", confidenceWords[viral.confidence]],
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
  return fleet_accounts > 0 ? `${own}, and what is usual over ${plural(fleet_accounts, "account")}` : own
}
