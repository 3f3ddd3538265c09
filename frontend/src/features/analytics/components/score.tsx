import type { PostSummary } from "@/lib/api/types"
import { t } from "@/lib/i18n"
import { confidenceWords } from "../words"
import { Unknown } from "./figure"

type ScoreProps = { post: Pick<PostSummary, "viral_score" | "confidence"> }

const WIDTH = 40

/** A score from 0 to 100 as a number and a short bar; the tick in the middle is the account's usual. */
export function Score({ post: { viral_score: score, confidence } }: ScoreProps) {
  if (score === null) return <Unknown why={t("There is no score for this post yet; its page says why.")} />
  const title = t("Score {score} of 100; 50 is this account's usual. Confidence: {confidence}.", {
    score: Math.round(score),
    confidence: t(confidenceWords[confidence]),
  })
  return (
    <span title={title} className="tabular inline-flex items-center gap-2">
      <span className="min-w-6 text-right font-strong">{Math.round(score)}</span>
      <ScoreBar score={score} width={WIDTH} />
    </span>
  )
}

export function ScoreBar({ score, width }: { score: number; width: number }) {
  return (
    <svg aria-hidden="true" width={width} height="8" className="shrink-0">
      <rect y="2" width={width} height="4" rx="2" className="fill-line" />
      <rect y="2" width={Math.max(4, (score / 100) * width)} height="4" rx="2" className="fill-accent" />
      <path d={`M${width / 2} 0V8`} className="stroke-muted" />
    </svg>
  )
}
