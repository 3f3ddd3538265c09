"use client"

import { type DragEvent, memo, useState } from "react"
import { AppLink } from "@/components/ui/app-link"
import type { CalendarPost } from "@/lib/api/types"
import { cn } from "@/lib/cn"
import { day as dayWords } from "@/lib/dates"
import { t } from "@/lib/i18n"
import { oddDay } from "./days"
import { useDragging } from "./drag-store"
import { type ChipActions, PostChip } from "./post-chip"

type DayCellProps = {
  day: string
  view: "month" | "week"
  posts: readonly CalendarPost[]
  /** How many there are, shown or not. */
  count: number
  zone: string
  isToday: boolean
  isPale: boolean
  address: string
  actions: ChipActions
}

/** One day of the grid: its posts in order. Posts and files can be dropped on it. */
export const DayCell = memo(function DayCell({
  day,
  view,
  posts,
  count,
  zone,
  isToday,
  isPale,
  address,
  actions,
}: DayCellProps) {
  const isOver = useDragging(actions.drag, ({ overDay }) => overDay === day)
  const [holdsFiles, handlers] = useFiles((files) => actions.onFiles(files, day))
  const odd = oddDay(day, zone)
  const name = dayWords(`${day}T12:00Z`, "UTC")
  return (
    <li
      data-day={day}
      aria-label={name}
      aria-current={isToday ? "date" : undefined}
      {...handlers}
      className={cn(
        "grid min-w-0 content-start gap-1 border-line border-r border-b p-1 transition-colors",
        view === "month" ? "min-h-28" : "min-h-96",
        (isOver || holdsFiles) && "bg-tint outline-2 outline-accent -outline-offset-2",
      )}
    >
      <span className="flex min-h-6 flex-wrap items-center gap-x-2 text-12">
        <AppLink
          href={address}
          aria-label={name}
          className={cn(
            "tabular grid size-6 place-items-center rounded-full no-underline",
            isToday ? "bg-accent font-strong text-on-accent hover:bg-accent-deep" : "hover:bg-tint",
            !isToday && (isPale ? "text-muted" : "font-strong text-ink"),
          )}
        >
          {Number(day.slice(8))}
        </AppLink>
        {odd ? <span className="text-needs-you">{odd}</span> : null}
      </span>
      {posts.map((post) => (
        <PostChip
          key={post.id}
          post={post}
          zone={zone}
          look={view === "week" ? "card" : "line"}
          actions={actions}
        />
      ))}
      {count > posts.length ? (
        <AppLink href={address} className="px-1 text-12">
          {t("{count} more", { count: count - posts.length })}
        </AppLink>
      ) : null}
    </li>
  )
}, isSame)

/** Of a month's days mostly two change at once, and a list that was sorted anew has the same posts in it. */
function isSame({ posts, ...rest }: DayCellProps, { posts: next, ...others }: DayCellProps): boolean {
  const names = Object.keys(rest) as (keyof typeof rest)[]
  return (
    names.every((name) => rest[name] === others[name]) &&
    posts.length === next.length &&
    posts.every((post, place) => post === next[place])
  )
}

/** Take files that are dropped on an element; the first of the two says whether some are held over it. */
function useFiles(onFiles: (files: File[]) => void) {
  const [held, setHeld] = useState(false)
  const take = (event: DragEvent<HTMLElement>) => {
    if (!event.dataTransfer.types.includes("Files")) return false
    event.preventDefault()
    return true
  }
  const handlers = {
    onDragOver: (event: DragEvent<HTMLElement>) => setHeld(take(event)),
    onDragLeave: () => setHeld(false),
    onDrop: (event: DragEvent<HTMLElement>) => {
      setHeld(false)
      if (take(event)) onFiles([...event.dataTransfer.files])
    },
  }
  return [held, handlers] as const
}
