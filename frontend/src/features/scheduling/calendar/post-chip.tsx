"use client"

import { CalendarClock, Film, Repeat } from "lucide-react"
import { type KeyboardEvent, memo } from "react"
import { AppLink } from "@/components/ui/app-link"
import { Status } from "@/components/ui/status"
import type { CalendarPost } from "@/lib/api/types"
import { mediaUrl } from "@/lib/api-client"
import { cn } from "@/lib/cn"
import { time } from "@/lib/dates"
import { plural } from "@/lib/figures"
import { t } from "@/lib/i18n"
import { postStatus } from "@/lib/status"
import { AccountStripe } from "./account-marks"
import { dayByKey, dayOf } from "./days"
import { type DragStore, useDragging } from "./drag-store"

export type ChipActions = {
  handlers: (post: CalendarPost, can: boolean) => object
  onDay: (post: CalendarPost, day: string) => void
  onAsk: (post: CalendarPost) => void
  /** Begin a post on a day with files that were dropped there. */
  onFiles: (files: File[], day: string) => void
  drag: DragStore<CalendarPost>
}

type PostChipProps = {
  post: CalendarPost
  zone: string
  /** A line in a month, a card in a week's column, or a row as wide as there is room. */
  look: "line" | "card" | "row"
  actions: ChipActions
}

/** One post on a day: when, what, how it stands. It can be dragged; Shift with arrow keys, or M, moves it as well. */
export const PostChip = memo(function PostChip({ post, zone, look, actions }: PostChipProps) {
  const isLarge = look !== "line"
  const isDragged = useDragging(actions.drag, ({ item }) => item.id === post.id)
  const title = post.caption.trim() || t("No caption yet")
  const at = post.due_at ? time(post.due_at, zone) : (post.local_time?.slice(11, 16) ?? "")
  const accounts = post.account_count > 0 ? plural(post.account_count, "account") : t("no account yet")
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms; this groups a post's link and its button.
    <div
      role="group"
      aria-label={`${title}, ${at}`}
      {...actions.handlers(post, post.can_move)}
      onKeyDown={(event) => onKey(event, post, zone, actions)}
      className={cn(
        "group relative flex min-w-0 gap-1.5 rounded-inner border border-line bg-raised pr-1.5 pl-2 text-12 transition-colors hover:border-faint",
        isLarge ? "items-start py-1.5" : "min-h-7 items-center",
        look === "card" && "tablet:grid",
        post.can_move && "cursor-grab touch-pan-y select-none",
        isDragged && "opacity-50",
      )}
    >
      <AccountStripe accountIds={post.account_ids} />
      {isLarge ? (
        <Picture post={post} />
      ) : (
        <Status of={postStatus[post.status]} hidesWord className="shrink-0" />
      )}
      <span className={cn("min-w-0 flex-1", isLarge ? "grid gap-0.5" : "flex gap-1.5")}>
        <span className="tabular whitespace-nowrap text-muted">{at}</span>
        <AppLink
          href={`/posts/${post.id}`}
          draggable={false}
          title={`${title} (${accounts}${post.accounts.length > 0 ? `: ${post.accounts.join(", ")}` : ""})`}
          className={cn(
            "min-w-0 text-ink no-underline hover:underline",
            isLarge ? "line-clamp-2" : "truncate",
          )}
        >
          {title}
        </AppLink>
        {isLarge ? (
          <span className="grid gap-0.5 text-muted">
            <Status of={postStatus[post.status]} />
            <span className="flex items-center gap-1">
              {look === "row" && post.accounts.length > 0 ? post.accounts.join(", ") : accounts}
              {post.series_id ? (
                <Repeat role="img" aria-label={t("part of a series")} className="size-3" />
              ) : null}
            </span>
          </span>
        ) : null}
      </span>
      {post.account_count > 1 && !isLarge ? (
        <span className="tabular shrink-0 text-muted" title={accounts}>
          ×{post.account_count}
        </span>
      ) : null}
      {post.can_move ? (
        <button
          type="button"
          aria-label={t("Move to…: {title}, {at}", { title, at })}
          title={t("Move to… (M; Shift and arrow keys move by a day or a week)")}
          onClick={() => actions.onAsk(post)}
          className={cn(
            "grid size-6 shrink-0 place-items-center rounded-inner bg-raised text-muted hover:bg-tint hover:text-ink",
            look === "card" && "tablet:absolute tablet:top-1.5 tablet:right-1",
            look === "line" &&
              "tablet:absolute tablet:right-0.5 tablet:opacity-0 tablet:focus:opacity-100 tablet:group-hover:opacity-100",
          )}
        >
          <CalendarClock aria-hidden className="size-3.5" />
        </button>
      ) : null}
    </div>
  )
})

function onKey(event: KeyboardEvent, post: CalendarPost, zone: string, actions: ChipActions) {
  if (!post.can_move || event.ctrlKey || event.metaKey || event.altKey) return
  if (event.key === "m" && !event.shiftKey) {
    event.preventDefault()
    actions.onAsk(post)
  }
  const day = event.shiftKey ? dayByKey(event.key, dayOf(post, zone)) : null
  if (day) {
    event.preventDefault()
    actions.onDay(post, day)
  }
}

function Picture({ post }: { post: CalendarPost }) {
  return (
    <span className="grid h-12 w-9 shrink-0 place-items-center overflow-hidden rounded-inner bg-tint text-muted">
      {post.thumbnail_url ? (
        // biome-ignore lint/performance/noImgElement: a small picture from our own route.
        <img
          src={mediaUrl(post.thumbnail_url)}
          alt=""
          loading="lazy"
          draggable={false}
          className="size-full object-cover"
        />
      ) : (
        <Film aria-hidden className="size-4" />
      )}
    </span>
  )
}
