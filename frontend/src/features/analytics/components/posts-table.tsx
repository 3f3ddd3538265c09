import { AppLink } from "@/components/ui/app-link"
import type { PostSummary } from "@/lib/api/types"
import { dayAndTime, nearDay } from "@/lib/dates"
import { t } from "@/lib/i18n"
import { postPage } from "../use-address"
import { captionOf } from "../words"
import { Cover } from "./cover"
import { Change, Count } from "./figure"
import { Score } from "./score"

type PostsTableProps = { label: string; posts: readonly PostSummary[]; zone: string; showsAccount?: boolean }

/** One row a post; on a phone its figures stand below the caption. */
export function PostsTable({ label, posts, zone, showsAccount = false }: PostsTableProps) {
  return (
    <table aria-label={label} className="block w-full text-13 tablet:table tablet:table-fixed">
      <thead className="hidden text-left text-12 text-muted tablet:table-header-group">
        <tr className="border-line border-b *:h-8 *:font-normal">
          <th scope="col">{t("Post")}</th>
          <th scope="col" className="w-32">
            {t("Published")}
          </th>
          <th scope="col" className="w-20 text-right">
            {t("Views")}
          </th>
          <th scope="col" className="w-24 text-right" title={t("Views of the last 7 days")}>
            {t("In 7 days")}
          </th>
          <th scope="col" className="w-28 text-right" title={t("0 to 100; 50 is the account's usual")}>
            {t("Score")}
          </th>
        </tr>
      </thead>
      <tbody className="block tablet:table-row-group">
        {posts.map((post) => (
          <PostRow key={post.id} post={post} zone={zone} showsAccount={showsAccount} />
        ))}
      </tbody>
    </table>
  )
}

type PostRowProps = { post: PostSummary; zone: string; showsAccount: boolean }

function PostRow({ post, zone, showsAccount }: PostRowProps) {
  const name = captionOf(post)
  const beside = [showsAccount ? post.handle : "", post.is_gone ? t("no longer public") : ""].filter(Boolean)
  return (
    <tr className="grid grid-cols-[auto_auto_minmax(0,1fr)] items-center gap-x-4 gap-y-1 border-line border-b py-3 last:border-b-0 tablet:table-row tablet:hover:bg-tint tablet:*:h-14 tablet:*:py-1 tablet:*:align-middle">
      <td className="col-span-3 min-w-0 tablet:pr-4">
        <span className="flex items-center gap-3">
          <Cover post={post} className="h-12 w-9" />
          <span className="grid min-w-0">
            <AppLink
              href={postPage(post.id)}
              title={name}
              className="line-clamp-2 text-ink no-underline hover:underline tablet:line-clamp-1"
            >
              {name}
            </AppLink>
            <span className="truncate text-12 text-muted">
              <span className="tabular tablet:hidden">{nearDay(post.published_at, zone)}</span>
              {beside.map((word, place) => (
                <span key={word} className={place === 0 ? "tablet:[&>i]:hidden" : ""}>
                  <i className="not-italic"> · </i>
                  {word}
                </span>
              ))}
            </span>
          </span>
        </span>
      </td>
      <td className="tabular hidden text-muted tablet:table-cell" title={dayAndTime(post.published_at, zone)}>
        {nearDay(post.published_at, zone)}
      </td>
      <td className="tabular tablet:text-right">
        <Count value={post.views} />
        <span className="text-muted tablet:hidden"> {t("views")}</span>
      </td>
      <td className="tabular tablet:text-right">
        <Change value={post.views === null ? null : post.gain_7d} />
        <span className="text-muted tablet:hidden"> {t("in 7 days")}</span>
      </td>
      <td className="text-right">
        <Score post={post} />
      </td>
    </tr>
  )
}
