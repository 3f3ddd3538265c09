import type { PostFigures } from "@/lib/api/types"
import { signedCount } from "@/lib/figures"
import { t } from "@/lib/i18n"
import { Count, Share } from "../components/figure"
import { KeyFigures } from "../components/key-figures"
import { ENGAGEMENT } from "../words"

/** What a post has come to. */
export function PostTotals({ post }: { post: PostFigures }) {
  const { views, likes, comments, shares, engagement_rate, gain_24h, gain_7d } = post
  const gained = t("{day} in 24 h, {week} in 7 days", {
    day: signedCount(gain_24h),
    week: signedCount(gain_7d),
  })
  return (
    <KeyFigures
      label={t("The post in figures")}
      isOld={false}
      figures={[
        { name: t("Views"), value: <Count value={views} />, below: views === null ? "" : gained },
        { name: t("Likes"), value: <Count value={likes} />, below: "" },
        { name: t("Comments"), value: <Count value={comments} />, below: "" },
        { name: t("Shares"), value: <Count value={shares} />, below: "" },
        {
          name: t("Engagement rate"),
          hint: t(ENGAGEMENT),
          value: <Share value={engagement_rate} why={t("There are no views yet.")} />,
          below: "",
        },
      ]}
    />
  )
}
