import type { AccountMetrics } from "@/lib/api/types"
import { compactCount, percent, signedCount } from "@/lib/figures"
import { m, t } from "@/lib/i18n"
import { Change, Count, Share, Unknown } from "../components/figure"
import { type KeyFigure, KeyFigures } from "../components/key-figures"
import { countDays } from "../range"
import { changeWords, ENGAGEMENT } from "../words"

/** What an account came to in a range, beside as many days before. */
export function AccountFigures({ metrics, isOld }: { metrics: AccountMetrics; isOld: boolean }) {
  const { growth, engagement, quality, missing, range } = metrics
  const days = countDays(range)
  const unmeasured = quality.days_measured === 0 ? t("Nobody measured these days.") : undefined
  const figures = [
    ...growthFigures(growth, days, missing.growth ? t(NOT_ALLOWED) : unmeasured),
    ...engagementFigures(engagement, days, missing.engagement ? t(NOT_ALLOWED) : unmeasured),
  ]
  return <KeyFigures label={t("The account in figures")} figures={figures} isOld={isOld} />
}

const NOT_ALLOWED = m("The account did not allow reading it.")

function growthFigures(growth: AccountMetrics["growth"], days: number, why: string | undefined): KeyFigure[] {
  const rate = growth?.rate
  return [
    {
      name: t("Followers"),
      value: <Count value={growth?.followers} why={why} />,
      below:
        rate === null || rate === undefined ? "" : t("{change} over these days", { change: changeOf(rate) }),
    },
    {
      name: t("Gained less lost"),
      hint: t("Followers"),
      value: <Change value={why ? null : growth?.net} why={why} />,
      below:
        growth && !why
          ? `${signedCount(growth.gained)}, ${signedCount(-growth.lost)}. ${beforeWords(growth, days)}`
          : "",
    },
  ]
}

function changeOf(rate: number): string {
  return rate < 0 ? percent(rate) : `+${percent(rate)}`
}

function beforeWords({ net_before, change }: NonNullable<AccountMetrics["growth"]>, days: number): string {
  return change === null && net_before === 0
    ? ""
    : t("{before} in the {days} days before", { before: signedCount(net_before), days })
}

function engagementFigures(
  engagement: AccountMetrics["engagement"],
  days: number,
  why: string | undefined,
): KeyFigure[] {
  const known = why ? null : engagement
  const before = t("The {days} days before were not measured", { days })
  return [
    {
      name: t("Views"),
      value: <Count value={known?.views} why={why} />,
      below: known ? (changeWords(known.views_change, days) ?? before) : "",
    },
    {
      name: t("Engagement rate"),
      hint: t(ENGAGEMENT),
      value: why ? <Unknown why={why} /> : <Share value={known?.engagement_rate} />,
      below: known ? reactions(known) : "",
    },
    {
      name: t("Posts published"),
      value: <Count value={engagement?.posts} why={why} />,
      below: engagement ? t("in these days, in TikTok's own app too") : "",
    },
  ]
}

function reactions({ likes, comments, shares }: NonNullable<AccountMetrics["engagement"]>): string {
  const write = (count: number) => compactCount(Math.max(0, count))
  return t("{likes} likes, {comments} comments, {shares} shares", {
    likes: write(likes),
    comments: write(comments),
    shares: write(shares),
  })
}
