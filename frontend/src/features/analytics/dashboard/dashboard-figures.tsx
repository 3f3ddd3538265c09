import type { Dashboard } from "@/lib/api/types"
import { compactCount, percent, signedCount } from "@/lib/figures"
import { t } from "@/lib/i18n"
import { Count, Share } from "../components/figure"
import { KeyFigures } from "../components/key-figures"
import { countDays } from "../range"
import { changeWords, ENGAGEMENT } from "../words"

/** What the workspace came to, beside as many days before. */
export function DashboardFigures({ dashboard, isOld }: { dashboard: Dashboard; isOld: boolean }) {
  const { engagement, quality, followers, followers_net, followers_net_before, range } = dashboard
  const days = countDays(range)
  const before = engagement.views_change === null && followers_net_before === 0
  const unmeasured = t("The {days} days before were not measured", { days })
  const nothing = quality.days_measured === 0 ? t("Nobody measured these days.") : undefined
  return (
    <KeyFigures
      label={t("The workspace in figures")}
      isOld={isOld}
      figures={[
        {
          name: t("Followers"),
          value: <Count value={followers} />,
          below: nothing ?? netWords(followers_net, before ? null : followers_net_before, days),
        },
        {
          name: t("Views"),
          value: <Count value={nothing ? null : engagement.views} why={nothing} />,
          below: changeWords(engagement.views_change, days) ?? (nothing ? "" : unmeasured),
        },
        {
          name: t("Engagement rate"),
          hint: t(ENGAGEMENT),
          value: <Share value={engagement.engagement_rate} />,
          below:
            engagement.engagement_rate_before === null
              ? nothing
                ? ""
                : unmeasured
              : t("{before} in the {days} days before", {
                  before: percent(engagement.engagement_rate_before),
                  days,
                }),
        },
        {
          name: t("Likes"),
          value: <Count value={nothing ? null : engagement.likes} why={nothing} />,
          below: nothing ? "" : reactions(engagement),
        },
        {
          name: t("Posts published"),
          value: <Count value={engagement.posts} />,
          below: t("in these days, in TikTok's own app too"),
        },
      ]}
    />
  )
}

function netWords(net: number, before: number | null, days: number): string {
  return before === null
    ? t("{net} in these days", { net: signedCount(net) })
    : t("{net} in these days, {before} in the {days} before", {
        net: signedCount(net),
        before: signedCount(before),
        days,
      })
}

function reactions({ comments, shares }: Dashboard["engagement"]): string {
  return t("{comments} comments, {shares} shares", {
    comments: compactCount(Math.max(0, comments)),
    shares: compactCount(Math.max(0, shares)),
  })
}
