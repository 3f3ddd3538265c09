import { LineMark } from "@/components/charts/legend"
import { seriesLook } from "@/components/charts/series-look"
import { AppLink } from "@/components/ui/app-link"
import type { Compared } from "@/lib/api/types"
import { fewDecimals } from "@/lib/decimals"
import { exactCount, percent, signedCount } from "@/lib/figures"
import { m, t } from "@/lib/i18n"
import { Count, Share, Unknown } from "../components/figure"
import type { Range } from "../range"
import { accountPage } from "../use-address"
import { ENGAGEMENT, QUALITY_HINT } from "../words"

const heads = [
  { word: m("Followers") },
  { word: m("Net gain a day"), hint: m("Followers gained less lost, for each day that was measured") },
  { word: m("Views a day"), hint: m("For each day that was measured") },
  { word: m("Views per 1 000 followers"), hint: m("Of all these days, over its followers now") },
  { word: m("Engagement"), hint: ENGAGEMENT },
  { word: m("Posts"), hint: m("Posts published") },
  { word: m("Measured"), hint: QUALITY_HINT },
]

const UNMEASURED = m("None of these days was measured.")

/** What can be compared between small and large: per day, and per thousand followers. */
export function CompareTable({ items, range }: { items: readonly Compared[]; range: Range }) {
  return (
    <div className="relative -mx-4 min-w-0 scroll-pl-52 overflow-x-auto">
      <table
        aria-label={t("Accounts side by side")}
        className="w-full min-w-200 border-separate border-spacing-0 text-13"
      >
        <thead className="text-12 text-muted">
          <tr className="*:h-8 *:border-line *:border-b *:pr-4 *:font-normal">
            <th scope="col" className="sticky left-0 z-[1] bg-raised pl-4 text-left">
              {t("Account")}
            </th>
            {heads.map(({ word, hint }) => (
              <th key={t(word)} scope="col" title={hint && t(hint)} className="text-right">
                {t(word)}
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
          why={followers ? t("There were no views.") : t("Its followers are not known, or it has none.")}
        />
      </td>
      <td>
        <Share value={item.engagement_rate} />
      </td>
      <td>
        <Count value={item.posts} />
      </td>
      <td
        title={
          quality.coverage === null
            ? undefined
            : t("{coverage} of views counted daily", { coverage: percent(quality.coverage) })
        }
      >
        {t("{measured} of {days} days", { measured: quality.days_measured, days: quality.days })}
      </td>
    </tr>
  )
}

function PerDay({ value, isChange = false }: { value: number | null; isChange?: boolean }) {
  if (value === null) return <Unknown why={t(UNMEASURED)} />
  if (Math.abs(value) >= 10)
    return (
      <span title={exactCount(Math.round(value))}>
        {isChange ? signedCount(value) : <Count value={value} />}
      </span>
    )
  const rounded = fewDecimals(Math.abs(value))
  const sign = value < 0 ? "−" : isChange && value > 0 ? "+" : ""
  return <span>{`${rounded === "0" ? "" : sign}${rounded}`}</span>
}
