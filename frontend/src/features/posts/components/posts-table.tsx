"use client"

import { AppLink } from "@/components/ui/app-link"
import { Status } from "@/components/ui/status"
import type { Post } from "@/lib/api/types"
import { dayAndTime } from "@/lib/dates"
import { t } from "@/lib/i18n"
import { statusOfPost } from "@/lib/status"
import { accountsOf, dueWords, progressOf, titleOf } from "../words"
import { ClipThumbnail } from "./clip-thumbnail"

type PostsTableProps = { posts: readonly Post[]; zone: string }

/** One row a post; on a phone, one card. */
export function PostsTable({ posts, zone }: PostsTableProps) {
  return (
    <table className="block w-full text-13 tablet:table tablet:table-fixed">
      <thead className="hidden text-left text-12 text-muted tablet:table-header-group">
        <tr className="border-line border-b *:h-8 *:pr-4 *:font-normal">
          <th scope="col">{t("Post")}</th>
          <th scope="col" className="w-[24%]">
            {t("Accounts")}
          </th>
          <th scope="col" className="w-36">
            {t("Due")}
          </th>
          <th scope="col" className="w-36">
            {t("State")}
          </th>
        </tr>
      </thead>
      <tbody className="block tablet:table-row-group">
        {posts.map((post) => (
          <PostRow key={post.id} post={post} zone={zone} />
        ))}
      </tbody>
    </table>
  )
}

function PostRow({ post, zone }: { post: Post; zone: string }) {
  const progress = progressOf(post)
  return (
    <tr className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-1 border-line border-b py-3 tablet:table-row tablet:hover:bg-tint tablet:*:h-14 tablet:*:py-1 tablet:*:pr-4 tablet:*:align-middle">
      <td className="col-span-2">
        <span className="flex items-center gap-3">
          <ClipThumbnail url={post.media[0]?.thumbnail_url} />
          <AppLink
            href={`/posts/${post.id}`}
            className="line-clamp-2 min-w-0 text-ink no-underline hover:underline tablet:line-clamp-1"
          >
            {titleOf(post)}
          </AppLink>
        </span>
      </td>
      <td
        className="col-span-2 truncate text-muted"
        title={post.publications.map((one) => one.account.nickname).join(", ")}
      >
        {accountsOf(post)}
      </td>
      <td
        suppressHydrationWarning
        className="tabular text-muted"
        title={post.due_at ? dayAndTime(post.due_at, zone) : t("No time chosen yet")}
      >
        {dueWords(post, zone)}
      </td>
      <td className="justify-self-end">
        <Status of={statusOfPost(post)} />
        {progress ? <span className="block text-12 text-muted">{progress}</span> : null}
      </td>
    </tr>
  )
}
