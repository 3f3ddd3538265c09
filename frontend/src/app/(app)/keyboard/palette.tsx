"use client"

import { Search } from "lucide-react"
import { useRouter } from "next/navigation"
import { useLayoutEffect, useRef, useState } from "react"
import { ListOption } from "@/components/ui/list-option"
import { t } from "@/lib/i18n"
import { useArrowList } from "@/lib/use-arrow-list"
import type { Entry, Group } from "./entries"
import { useGroups } from "./use-groups"

type PaletteProps = { onClose: () => void; onKeys: () => void }

/** Find a page, an account or a post by a few letters, and be there: a combobox in a dialog. */
export function Palette({ onClose, onKeys }: PaletteProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const router = useRouter()
  const [typed, setTyped] = useState("")
  const { groups, asking } = useGroups(typed, onKeys)
  const entries = groups.flatMap((group) => group.entries)
  const list = useArrowList(entries, take)
  useLayoutEffect(() => {
    const element = dialog.current
    if (element && !element.open) element.showModal()
    input.current?.focus()
    return () => element?.close()
  }, [])

  function take(entry: Entry): void {
    onClose()
    if (entry.href === undefined) entry.act()
    else router.push(entry.href)
  }

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click beside it closes it, as Escape does.
    <dialog
      ref={dialog}
      aria-label={t("Find")}
      className="mx-auto mt-[12dvh] mb-auto w-[min(100vw-32px,560px)] animate-appear overflow-hidden rounded-outer border border-line bg-raised p-0 shadow-float backdrop:bg-veil"
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onClick={(event) => {
        if (event.target === dialog.current) onClose()
      }}
    >
      <div className="flex items-center gap-3 border-line border-b px-4">
        <Search aria-hidden className="size-4 shrink-0 text-muted" />
        <input
          ref={input}
          aria-label={t("Find a page, an account or a post")}
          placeholder={t("Find a page, an account or a post")}
          {...list.input}
          className="min-h-12 w-full bg-transparent text-16 outline-none"
          value={typed}
          onChange={({ target }) => {
            setTyped(target.value)
            list.restart()
          }}
        />
      </div>
      <div
        id={list.listId}
        role="listbox"
        aria-label={t("Found")}
        className="max-h-[min(56dvh,440px)] overflow-y-auto p-2"
      >
        {groups.map((group) => (
          <Options key={group.name} group={group} list={list} onTake={take} />
        ))}
      </div>
      <p role="status" className="px-4 pb-3 text-13 text-muted empty:hidden">
        {entries.length > 0
          ? ""
          : asking
            ? t("Looking…")
            : t("Nothing is called “{trim}”.", { trim: typed.trim() })}
      </p>
    </dialog>
  )
}

type OptionsProps = {
  group: Group
  list: { chosen: Entry | undefined; listId: string; idOf: (entry: Entry) => string }
  onTake: (entry: Entry) => void
}

function Options({ group, list, onTake }: OptionsProps) {
  const heading = `${list.listId}-${group.name.replaceAll(" ", "-")}` // an id with a blank names nothing
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset has no place in a list of options.
    <div role="group" aria-labelledby={heading}>
      <div id={heading} className="px-2 pt-2 pb-1 text-12 text-muted">
        {group.name}
      </div>
      {group.entries.map((entry) => (
        <ListOption
          key={entry.id}
          id={list.idOf(entry)}
          isChosen={entry === list.chosen}
          onTake={() => onTake(entry)}
          className="flex min-h-9 items-center justify-between gap-4"
        >
          <span className="min-w-0 truncate">{entry.word}</span>
          {entry.hint && entry.hint !== entry.word ? (
            <span className="shrink-0 text-13 text-muted">{entry.hint}</span>
          ) : null}
        </ListOption>
      ))}
    </div>
  )
}
