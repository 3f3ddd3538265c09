"use client"

import { useQuery } from "@tanstack/react-query"
import dynamic from "next/dynamic"
import { useRef, useState } from "react"
import { Button } from "@/components/ui/button"
import { say } from "@/components/ui/toaster"
import { sentenceOf } from "@/lib/api/api-error"
import type { HashtagGroup } from "@/lib/api/types"
import { plural } from "@/lib/figures"
import { hashtagQueries } from "../api/hashtag-queries"
import { findGroups } from "./find-groups"
import { GroupPicker } from "./group-picker"

const HashtagDialog = dynamic(() => import("./hashtag-dialog").then((module) => module.HashtagDialog), {
  ssr: false,
})

type HashtagMenuProps = {
  /** The hashtags of the caption, which can be saved as a group. */
  tags: readonly string[]
  /** Puts a group into the caption; false when the caption had all of it. */
  onChoose: (tags: readonly string[]) => boolean
  onClose: () => void
}

/** The saved groups of hashtags: found by a few letters, put in by Enter or a click. */
export function HashtagMenu({ tags, onChoose, onClose }: HashtagMenuProps) {
  const [typed, setTyped] = useState("")
  const [managing, setManaging] = useState<"all" | "new" | null>(null)
  const menu = useRef<HTMLDivElement>(null)
  const groups = useQuery(hashtagQueries.list())
  const found = findGroups(groups.data ?? [], typed)

  function take(group: HashtagGroup): void {
    if (!onChoose(group.tags)) say(`The caption has all the hashtags of “${group.name}” already.`)
    onClose()
  }

  if (managing) {
    return <HashtagDialog start={managing === "new" ? tags : null} onClose={onClose} />
  }
  return (
    <div
      ref={menu}
      role="dialog"
      aria-label="Saved hashtags"
      className="absolute top-full left-0 z-10 grid w-80 max-w-full animate-appear gap-1 rounded-outer border border-line bg-raised p-2 shadow-float"
      onKeyDown={(event) => {
        if (event.key !== "Escape") return
        event.preventDefault()
        onClose()
      }}
      onBlur={({ relatedTarget }) => {
        if (relatedTarget && !menu.current?.contains(relatedTarget)) onClose()
      }}
    >
      <GroupPicker groups={found} typed={typed} onType={setTyped} onTake={take} />
      <p role="status" className="px-2 text-13 text-muted empty:hidden">
        {groups.isPending
          ? "Looking…"
          : groups.error
            ? sentenceOf(groups.error)
            : groups.data.length === 0
              ? "No group is saved yet. Save the hashtags you use together, and put them in here."
              : found.length === 0
                ? `No group has “${typed.trim()}”.`
                : ""}
      </p>
      <div className="flex flex-wrap justify-between gap-1 border-line border-t pt-1">
        {tags.length > 0 ? (
          <Button kind="quiet" size="small" onClick={() => setManaging("new")}>
            Save {plural(tags.length, "hashtag")}
          </Button>
        ) : null}
        <Button kind="quiet" size="small" onClick={() => setManaging("all")}>
          Manage groups
        </Button>
      </div>
    </div>
  )
}
