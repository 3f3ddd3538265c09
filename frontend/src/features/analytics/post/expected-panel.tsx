import type { PostFigures } from "@/lib/api/types"
import { compactCount, exactCount } from "@/lib/figures"
import { t } from "@/lib/i18n"
import { Panel } from "../components/panel"
import { ageWords } from "../words"

type Expected = PostFigures["expected"][number]

/** What was foretold of the views at seven days, from which age on, and what came. */
export function ExpectedPanel({ post: { expected } }: { post: PostFigures }) {
  const last = expected.at(-1)
  return (
    <Panel
      title={t("Views at 7 days")}
      note={t("Foretold from how it began; four of five posts end within the band.")}
    >
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
          {t(
            "Nothing was foretold: it takes the figures of a post's first hours, and enough posts to learn from.",
          )}
        </p>
      )}
    </Panel>
  )
}

function exactWords({ came, low, high }: Expected): string {
  return came === null ? `${exactCount(low)} – ${exactCount(high)}` : exactCount(came)
}

function standing({ age_h, middle, low, high, came }: Expected): string {
  const age = ageWords(age_h)
  if (came === null) {
    return middle === null
      ? t("Expected, as of {age}; no single figure can be told that early.", { age })
      : t("Expected, as of {age}; likely about {middle}.", { age, middle: compactCount(middle) })
  }
  const band = { low: compactCount(low), high: compactCount(high), age }
  if (came > high) return t("It came higher than the {low} – {high} foretold at {age}.", band)
  return came < low
    ? t("It stayed below the {low} – {high} foretold at {age}.", band)
    : t("It came as expected: {low} – {high} foretold at {age}.", band)
}

function Foretold({ expected }: { expected: readonly Expected[] }) {
  return (
    <table aria-label={t("What was foretold")} className="w-full text-13">
      <thead className="text-left text-12 text-muted">
        <tr className="*:h-7 *:font-normal">
          <th scope="col">{t("Foretold at")}</th>
          <th scope="col" className="text-right">
            {t("From")}
          </th>
          <th scope="col" className="text-right">
            {t("Likely")}
          </th>
          <th scope="col" className="text-right">
            {t("To")}
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
            <td
              className="text-right"
              title={middle === null ? t("Too early for a single figure") : undefined}
            >
              {middle === null ? "–" : exactCount(middle)}
            </td>
            <td className="text-right">{exactCount(high)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
