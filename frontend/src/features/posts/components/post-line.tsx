import { AppLink } from "@/components/ui/app-link"
import { Status } from "@/components/ui/status"
import type { HomePost } from "@/lib/api/types"
import { dayAndTime, time } from "@/lib/dates"
import { IN_THE_INBOX, postStatus } from "@/lib/status"
import { dueWords, namesOf, titleOf } from "../words"
import { ClipThumbnail } from "./clip-thumbnail"

type PostLineProps = { post: HomePost; zone: string; showsDay?: boolean }

/** One post in a short list: when, what, where, and how it stands. */
export function PostLine({ post, zone, showsDay = false }: PostLineProps) {
  const status = post.status === "published" && post.in_inbox ? IN_THE_INBOX : postStatus[post.status]
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-3 gap-y-1 border-line border-b py-2">
      <ClipThumbnail url={post.thumbnail_url} />
      <div className="grid min-w-0">
        <AppLink href={`/posts/${post.id}`} className="truncate text-ink no-underline hover:underline">
          {titleOf(post)}
        </AppLink>
        <span className="truncate text-12 text-muted">
          {post.due_at ? (
            <time
              suppressHydrationWarning
              dateTime={post.due_at}
              title={dayAndTime(post.due_at, zone)}
              className="tabular"
            >
              {showsDay ? dueWords(post, zone) : time(post.due_at, zone)}
            </time>
          ) : null}
          {post.due_at ? " · " : ""}
          {namesOf(post.accounts, post.account_count)}
        </span>
      </div>
      <Status of={status} className="text-13" />
      {post.reason ? (
        <p className="col-span-3 text-13 text-muted tablet:col-span-2 tablet:col-start-2">{post.reason}</p>
      ) : null}
    </li>
  )
}
