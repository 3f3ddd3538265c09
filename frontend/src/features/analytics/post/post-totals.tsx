import type { PostFigures } from "@/lib/api/types"
import { signedCount } from "@/lib/figures"
import { Count, Share } from "../components/figure"
import { KeyFigures } from "../components/key-figures"
import { ENGAGEMENT } from "../words"

/** What a post has come to. */
export function PostTotals({ post }: { post: PostFigures }) {
  const { views, likes, comments, shares, engagement_rate, gain_24h, gain_7d } = post
  const gained = `${signedCount(gain_24h)} in 24 h, ${signedCount(gain_7d)} in 7 days`
  return (
    <KeyFigures
      label="The post in figures"
      isOld={false}
      figures={[
        { name: "Views", value: <Count value={views} />, below: views === null ? "" : gained },
        { name: "Likes", value: <Count value={likes} />, below: "" },
        { name: "Comments", value: <Count value={comments} />, below: "" },
        { name: "Shares", value: <Count value={shares} />, below: "" },
        {
          name: "Engagement rate",
          hint: ENGAGEMENT,
          value: <Share value={engagement_rate} why="There are no views yet." />,
          below: "",
        },
      ]}
    />
  )
}
