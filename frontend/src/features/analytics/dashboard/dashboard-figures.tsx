import type { Dashboard } from "@/lib/api/types"
import { compactCount, percent, signedCount } from "@/lib/figures"
import { Count, Share } from "../components/figure"
import { KeyFigures } from "../components/key-figures"
import { countDays } from "../range"
import { changeWords, ENGAGEMENT } from "../words"

/** What the workspace came to, beside as many days before. */
export function DashboardFigures({ dashboard, isOld }: { dashboard: Dashboard; isOld: boolean }) {
  const { engagement, quality, followers, followers_net, followers_net_before, range } = dashboard
  const days = countDays(range)
  const before = engagement.views_change === null && followers_net_before === 0
  const unmeasured = `The ${days} days before were not measured`
  const nothing = quality.days_measured === 0 ? "Nobody measured these days." : undefined
  return (
    <KeyFigures
      label="The workspace in figures"
      isOld={isOld}
      figures={[
        {
          name: "Followers",
          value: <Count value={followers} />,
          below: nothing ?? netWords(followers_net, before ? null : followers_net_before, days),
        },
        {
          name: "Views",
          value: <Count value={nothing ? null : engagement.views} why={nothing} />,
          below: changeWords(engagement.views_change, days) ?? (nothing ? "" : unmeasured),
        },
        {
          name: "Engagement rate",
          hint: ENGAGEMENT,
          value: <Share value={engagement.engagement_rate} />,
          below:
            engagement.engagement_rate_before === null
              ? nothing
                ? ""
                : unmeasured
              : `${percent(engagement.engagement_rate_before)} in the ${days} days before`,
        },
        {
          name: "Likes",
          value: <Count value={nothing ? null : engagement.likes} why={nothing} />,
          below: nothing ? "" : reactions(engagement),
        },
        {
          name: "Posts published",
          value: <Count value={engagement.posts} />,
          below: "in these days, in TikTok's own app too",
        },
      ]}
    />
  )
}

function netWords(net: number, before: number | null, days: number): string {
  const now = `${signedCount(net)} in these days`
  return before === null ? now : `${now}, ${signedCount(before)} in the ${days} before`
}

function reactions({ comments, shares }: Dashboard["engagement"]): string {
  return `${compactCount(Math.max(0, comments))} comments, ${compactCount(Math.max(0, shares))} shares`
}
