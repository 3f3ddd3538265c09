import { LineMark } from "@/components/charts/legend"
import { seriesLook } from "@/components/charts/series-look"
import { AppLink } from "@/components/ui/app-link"
import type { Compared } from "@/lib/api/types"
import { exactCount, percent, signedCount } from "@/lib/figures"
import { Count, Share, Unknown } from "../components/figure"
import type { Range } from "../range"
import { accountPage } from "../use-address"
import { ENGAGEMENT, QUALITY_HINT } from "../words"

const heads = [
  { word: "Followers" },
  { word: "Net gain a day", hint: "Followers gained less lost, for each day that was measured" },
  { word: "Views a day", hint: "For each day that was measured" },
  { word: "Views per 1 000 followers", hint: "Of all these days, over its followers now" },
  { word: "Engagement", hint: ENGAGEMENT },
  { word: "Posts", hint: "Posts published" },
  { word: "Measured", hint: QUALITY_HINT },
]

const UNMEASURED = "None of these days was measured."

/** What can be compared between small and large: per day, and per thousand followers. */
export function CompareTable({ items, range }: { items: readonly Compared[]; range: Range }) {
  return (
    <div className="relative -mx-4 min-w-0 scroll-pl-52 overflow-x-auto">
      <table
        aria-label="Accounts side by side"
        className="w-full min-w-200 border-separate border-spacing-0 text-13"
      >
        <thead className="text-12 text-muted">
          <tr className="*:h-8 *:border-line *:border-b *:pr-4 *:font-normal">
            <th scope="col" className="sticky left-0 z-[1] bg-raised pl-4 text-left">
              Account
            </th>
            {heads.map(({ word, hint }) => (
              <th key={word} scope="col" title={hint} className="text-right">
                {word}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item, place) => (
            <Row key={item.account.id} item={item} place={place} range={range} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Row({ item, place, range }: { item: Compared; place: number; range: Range }) {
  const { account, followers, quality } = item
  return (
    <tr className="tabular *:h-10 *:border-line *:border-b *:pr-4 *:text-right last:*:border-b-0">
      <th scope="row" className="sticky left-0 z-[1] bg-raised pl-4 font-normal">
        <span className="flex items-center gap-2">
          <LineMark {...seriesLook(place)} />
          <AppLink
            href={accountPage(account.id, range)}
            className="max-w-36 truncate text-ink no-underline hover:underline tablet:max-w-60"
          >
            {account.handle}
          </AppLink>
        </span>
      </th>
      <td>
        <Count value={followers} />
      </td>
      <td>
        <PerDay value={item.followers_net_per_day} isChange />
      </td>
      <td>
        <PerDay value={item.views_per_day} />
      </td>
      <td>
        <Count
          value={item.views_per_thousand_followers}
          why={followers ? "There were no views." : "Its followers are not known, or it has none."}
        />
      </td>
      <td>
        <Share value={item.engagement_rate} />
      </td>
      <td>
        <Count value={item.posts} />
      </td>
      <td
        title={quality.coverage === null ? undefined : `${percent(quality.coverage)} of views counted daily`}
      >
        {quality.days_measured} of {quality.days} days
      </td>
    </tr>
  )
}

function PerDay({ value, isChange = false }: { value: number | null; isChange?: boolean }) {
  if (value === null) return <Unknown why={UNMEASURED} />
  if (Math.abs(value) >= 10)
    return (
      <span title={exactCount(Math.round(value))}>
        {isChange ? signedCount(value) : <Count value={value} />}
      </span>
    )
  const rounded = Math.abs(value).toFixed(1).replace(/\.0$/, "")
  const sign = value < 0 ? "−" : isChange && value > 0 ? "+" : ""
  return <span>{`${rounded === "0" ? "" : sign}${rounded}`}</span>
}
