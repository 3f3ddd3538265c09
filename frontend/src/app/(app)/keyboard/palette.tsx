"use client"

import { Search } from "lucide-react"
import { useRouter } from "next/navigation"
import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from "react"
import { cn } from "@/lib/cn"
import type { Entry, Group } from "./entries"
import { useGroups } from "./use-groups"

type PaletteProps = { onClose: () => void; onKeys: () => void }

/** Find a page, an account or a post by a few letters, and be there: a combobox in a dialog. */
export function Palette({ onClose, onKeys }: PaletteProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const router = useRouter()
  const [typed, setTyped] = useState("")
  const [place, setPlace] = useState(0)
  const { groups, asking } = useGroups(typed, onKeys)
  const entries = groups.flatMap((group) => group.entries)
  const chosen = entries[Math.min(place, entries.length - 1)]
  const id = useId()
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

  function onKeyDown(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined && entries.length > 0) {
      event.preventDefault()
      setPlace((Math.min(place, entries.length - 1) + step + entries.length) % entries.length)
    } else if (event.key === "Enter" && chosen && !event.nativeEvent.isComposing) {
      event.preventDefault()
      take(chosen)
    }
  }

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click beside it closes it, as Escape does.
    <dialog
      ref={dialog}
      aria-label="Find"
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
          role="combobox"
          aria-label="Find a page, an account or a post"
          aria-expanded={entries.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={chosen ? `${id}-${chosen.id}` : undefined}
          aria-autocomplete="list"
          autoComplete="off"
          placeholder="Find a page, an account or a post"
          className="min-h-12 w-full bg-transparent text-16 outline-none"
          value={typed}
          onChange={({ target }) => {
            setTyped(target.value)
            setPlace(0)
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label="Found"
        className="max-h-[min(56dvh,440px)] overflow-y-auto p-2"
      >
        {groups.map((group) => (
          <Options key={group.name} group={group} id={id} chosen={chosen} onTake={take} />
        ))}
      </div>
      <p role="status" className="px-4 pb-3 text-13 text-muted empty:hidden">
        {entries.length > 0 ? "" : asking ? "Looking…" : `Nothing is called “${typed.trim()}”.`}
      </p>
    </dialog>
  )
}

type OptionsProps = { group: Group; id: string; chosen: Entry | undefined; onTake: (entry: Entry) => void }

function Options({ group, id, chosen, onTake }: OptionsProps) {
  const heading = `${id}-${group.name}`
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset has no place in a list of options.
    <div role="group" aria-labelledby={heading}>
      <div id={heading} className="px-2 pt-2 pb-1 text-12 text-muted">
        {group.name}
      </div>
      {group.entries.map((entry) => (
        <Option key={entry.id} entry={entry} id={id} isChosen={entry === chosen} onTake={onTake} />
      ))}
    </div>
  )
}

type OptionProps = { entry: Entry; id: string; isChosen: boolean; onTake: (entry: Entry) => void }

function Option({ entry, id, isChosen, onTake }: OptionProps) {
  const element = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (isChosen) element.current?.scrollIntoView?.({ block: "nearest" })
  }, [isChosen])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are pressed in the input, which says which option is meant.
    <div
      ref={element}
      id={`${id}-${entry.id}`}
      role="option"
      tabIndex={-1}
      aria-selected={isChosen}
      onClick={() => onTake(entry)}
      className={cn(
        "flex min-h-9 cursor-pointer items-center justify-between gap-4 rounded-inner px-2 hover:bg-tint",
        isChosen && "bg-tint",
      )}
    >
      <span className="min-w-0 truncate">{entry.word}</span>
      {entry.hint && entry.hint !== entry.word ? (
        <span className="shrink-0 text-13 text-muted">{entry.hint}</span>
      ) : null}
    </div>
  )
}
