"use client"

import { useQuery } from "@tanstack/react-query"
import dynamic from "next/dynamic"
import { useEffect, useEffectEvent, useRef, useState } from "react"
import { Button } from "@/components/ui/button"
import { say } from "@/components/ui/toaster"
import { sentenceOf } from "@/lib/api/api-error"
import type { HashtagGroup } from "@/lib/api/types"
import { plural } from "@/lib/figures"
import { t } from "@/lib/i18n"
import { hashtagQueries } from "../api/hashtag-queries"
import { insertTags, tagsOf } from "../caption-marks"
import { findGroups } from "./find-groups"
import { GroupPicker } from "./group-picker"
import { typeInto } from "./type-into"

const HashtagDialog = dynamic(() => import("./hashtag-dialog").then((module) => module.HashtagDialog), {
  ssr: false,
})

type HashtagMenuProps = {
  /** Its hashtags can be saved as a group. */
  caption: string
  caret: number
  /** The field that the hashtags are put into. */
  findArea: () => HTMLTextAreaElement | null
  /** `isDone`: the person goes on in the caption; otherwise they went elsewhere. */
  onClose: (isDone: boolean) => void
}

/** The saved groups of hashtags: found by a few letters, put in by Enter or a click. */
export function HashtagMenu({ caption, caret, findArea, onClose }: HashtagMenuProps) {
  const [typed, setTyped] = useState("")
  const [managing, setManaging] = useState<"all" | "new" | null>(null)
  const menu = useRef<HTMLDivElement>(null)
  const groups = useQuery(hashtagQueries.list())
  const tags = tagsOf(caption)
  const found = findGroups(groups.data ?? [], typed)

  function take(group: HashtagGroup): void {
    const added = insertTags(caption, Math.min(caret, caption.length), group.tags)
    if (added) typeInto(findArea(), added.words, added.at)
    else say(t("The caption has all the hashtags of “{name}” already.", { name: group.name }))
    onClose(true)
  }

  // The button that opened it stands in the same row, and closes it by itself.
  const isBeside = (place: EventTarget | null) =>
    place instanceof Node && !menu.current?.parentElement?.contains(place)
  const leave = useEffectEvent(({ target }: PointerEvent) => {
    if (menu.current && isBeside(target)) onClose(false)
  })
  useEffect(() => {
    document.addEventListener("pointerdown", leave)
    return () => document.removeEventListener("pointerdown", leave)
  }, [])

  if (managing) {
    return <HashtagDialog start={managing === "new" ? tags : null} onClose={() => onClose(true)} />
  }
  return (
    <div
      ref={menu}
      role="dialog"
      aria-label={t("Saved hashtags")}
      className="absolute top-full left-0 z-10 grid w-80 max-w-full animate-appear gap-1 rounded-outer border border-line bg-raised p-2 shadow-float"
      onKeyDown={(event) => {
        if (event.key !== "Escape") return
        event.preventDefault()
        onClose(true)
      }}
      onBlur={({ relatedTarget }) => {
        if (isBeside(relatedTarget)) onClose(false)
      }}
    >
      <GroupPicker groups={found} typed={typed} onType={setTyped} onTake={take} />
      <p role="status" className="px-2 text-13 text-muted empty:hidden">
        {groups.isPending
          ? t("Looking…")
          : groups.error
            ? sentenceOf(groups.error)
            : groups.data.length === 0
              ? t("No group is saved yet. Save the hashtags you use together, and put them in here.")
              : found.length === 0
                ? t("No group has “{typed}”.", { typed: typed.trim() })
                : ""}
      </p>
      <div className="flex flex-wrap justify-between gap-1 border-line border-t pt-1">
        {tags.length > 0 ? (
          <Button kind="quiet" size="small" onClick={() => setManaging("new")}>
            {t("Save {hashtags}", { hashtags: plural(tags.length, "hashtag") })}
          </Button>
        ) : null}
        <Button kind="quiet" size="small" onClick={() => setManaging("all")}>
          {t("Manage groups")}
        </Button>
      </div>
    </div>
  )
}
