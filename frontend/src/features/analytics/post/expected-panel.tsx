import type { PostFigures } from "@/lib/api/types"
import { compactCount, exactCount } from "@/lib/figures"
import { Panel } from "../components/panel"
import { ageWords } from "../words"

type Expected = PostFigures["expected"][number]

/** What was foretold of the views at seven days, from which age on, and what came. */
export function ExpectedPanel({ post: { expected } }: { post: PostFigures }) {
  const last = expected.at(-1)
  return (
    <Panel title="Views at 7 days" note="Foretold from how it began; four of five posts end within the band.">
      {last ? (
        <>
          <p className="grid gap-0.5">
            <span className="tabular font-strong text-28" title={exactWords(last)}>
              {last.came === null
                ? `${compactCount(last.low)} – ${compactCount(last.high)}`
                : compactCount(last.came)}
            </span>
            <span className="text-13 text-muted">{standing(last)}</span>
          </p>
          <Foretold expected={expected} />
        </>
      ) : (
        <p className="text-muted">
          Nothing was foretold: it takes the figures of a post's first hours, and enough posts to learn from.
        </p>
      )}
    </Panel>
  )
}

function exactWords({ came, low, high }: Expected): string {
  return came === null ? `${exactCount(low)} – ${exactCount(high)}` : exactCount(came)
}

function standing({ age_h, middle, low, high, came }: Expected): string {
  if (came === null) {
    const likely =
      middle === null ? "no single figure can be told that early" : `likely about ${compactCount(middle)}`
    return `Expected, as of ${ageWords(age_h)}; ${likely}.`
  }
  const band = `${compactCount(low)} – ${compactCount(high)} foretold at ${ageWords(age_h)}`
  if (came > high) return `It came higher than the ${band}.`
  return came < low ? `It stayed below the ${band}.` : `It came as expected: ${band}.`
}

function Foretold({ expected }: { expected: readonly Expected[] }) {
  return (
    <table aria-label="What was foretold" className="w-full text-13">
      <thead className="text-left text-12 text-muted">
        <tr className="*:h-7 *:font-normal">
          <th scope="col">Foretold at</th>
          <th scope="col" className="text-right">
            From
          </th>
          <th scope="col" className="text-right">
            Likely
          </th>
          <th scope="col" className="text-right">
            To
          </th>
        </tr>
      </thead>
      <tbody className="tabular">
        {expected.map(({ age_h, low, middle, high }) => (
          <tr key={age_h} className="border-line border-t *:h-7 *:font-normal">
            <th scope="row" className="text-left">
              {ageWords(age_h)}
            </th>
            <td className="text-right">{exactCount(low)}</td>
            <td className="text-right" title={middle === null ? "Too early for a single figure" : undefined}>
              {middle === null ? "–" : exactCount(middle)}
            </td>
            <td className="text-right">{exactCount(high)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
