import type { Hashtags } from "@/lib/api/types"
import { exactCount } from "@/lib/figures"
import { t } from "@/lib/i18n"
import { timesWords } from "../words"

const WIDTH = 160
/** From a fifth of the usual views to five times as many; what lies farther out ends at the edge. */
const FARTHEST = Math.log(5)

/** One row a hashtag: how many times the usual views, and between what that lies. */
export function HashtagsTable({ items }: { items: Hashtags["items"] }) {
  return (
    <table aria-label={t("Hashtags")} className="w-full text-13">
      <thead className="text-left text-12 text-muted">
        <tr className="border-line border-b *:h-8 *:pr-4 *:font-normal">
          <th scope="col">{t("Hashtag")}</th>
          <th scope="col" className="text-right">
            {t("Posts")}
          </th>
          <th
            scope="col"
            className="text-right"
            title={t("Times the account's usual views, shrunk towards none where posts are few")}
          >
            {t("Times usual")}
          </th>
          <th scope="col" className="hidden text-right tablet:table-cell">
            {t("Four times of five between")}
          </th>
          <th scope="col">{t("Sure")}</th>
          <th scope="col" className="hidden w-44 tablet:table-cell">
            <span className="sr-only">{t("As a line around the usual")}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.hashtag} className="border-line border-b *:h-9 *:pr-4 last:border-b-0">
            <th scope="row" className="max-w-40 truncate text-left font-normal">
              #{item.hashtag.replace(/^#/, "")}
            </th>
            <td className="tabular text-right">{exactCount(item.posts)}</td>
            <td
              className="tabular text-right font-strong"
              title={t("{times} before shrinking", { times: timesWords(item.seen) })}
            >
              {timesWords(item.times)}
              <span className="block font-normal text-12 text-muted tablet:hidden">{between(item)}</span>
            </td>
            <td className="tabular hidden text-right text-muted tablet:table-cell">{between(item)}</td>
            <td className="whitespace-nowrap text-muted">
              {item.is_clear ? t("clear") : t("may be chance")}
            </td>
            <td className="hidden tablet:table-cell">
              <Interval {...item} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const between = ({ low, high }: Hashtags["items"][number]) => `${timesWords(low)} – ${timesWords(high)}`

function Interval({ low, times, high, is_clear }: Hashtags["items"][number]) {
  const x = (value: number) => {
    const away = Math.max(-FARTHEST, Math.min(FARTHEST, Math.log(Math.max(value, 1e-3))))
    return WIDTH / 2 + (away / FARTHEST) * (WIDTH / 2 - 6)
  }
  return (
    <svg aria-hidden="true" width={WIDTH} height="16">
      <path d={`M${WIDTH / 2} 0V16`} className="stroke-line" />
      <path
        d={`M${x(low)} 8H${x(high)}`}
        className={is_clear ? "stroke-accent" : "stroke-faint"}
        strokeWidth="2"
      />
      <circle cx={x(times)} cy="8" r="4" className={is_clear ? "fill-accent" : "fill-faint"} />
    </svg>
  )
}
