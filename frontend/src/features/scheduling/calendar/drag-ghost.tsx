"use client"

import { useLayoutEffect, useRef } from "react"
import type { CalendarPost } from "@/lib/api/types"
import { t } from "@/lib/i18n"
import { moveTo } from "./days"
import { type DragStore, useDragging } from "./drag-store"
import { RoomLine } from "./room-line"

type DragGhostProps = { drag: DragStore<CalendarPost>; zone: string }

/** What hangs at the pointer while a post is dragged: what it is, and whether it may go where the pointer is. */
export function DragGhost({ drag, zone }: DragGhostProps) {
  const post = useDragging(drag, ({ item }) => item)
  return post ? <Hanging post={post} drag={drag} zone={zone} /> : null
}

function Hanging({ post, drag, zone }: DragGhostProps & { post: CalendarPost }) {
  const box = useRef<HTMLDivElement>(null)
  const day = useDragging(drag, ({ overDay }) => overDay)
  useLayoutEffect(() => {
    // Moved by hand: drawing it anew for each step of the pointer would be felt.
    const follow = () => {
      const at = drag.read()?.at
      if (at && box.current) box.current.style.transform = `translate(${at.x + 8}px, ${at.y + 8}px)`
    }
    follow()
    return drag.subscribe(follow)
  }, [drag])
  return (
    <div
      aria-hidden
      ref={box}
      className="pointer-events-none fixed top-0 left-0 z-30 w-52 rounded-inner border border-accent bg-raised px-2 py-1 text-12 shadow-float"
    >
      <span className="block truncate">{post.caption.trim() || t("No caption yet")}</span>
      {day ? <RoomLine post={post} place={moveTo(post, day, zone)} /> : null}
    </div>
  )
}
