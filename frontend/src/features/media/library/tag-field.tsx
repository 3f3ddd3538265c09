"use client"

import { useQuery } from "@tanstack/react-query"
import { X } from "lucide-react"
import { type KeyboardEvent, useId, useState } from "react"
import { Input } from "@/components/ui/field"
import { cn } from "@/lib/cn"
import { t } from "@/lib/i18n"
import { libraryQueries } from "../api/library-queries"

const SUGGESTED = 8
export const LONGEST_TAG = 40

type TagFieldProps = { label: string; tags: readonly string[]; onChange: (tags: string[]) => void }

/** Tags as chips, and a field that adds one: typed, or one of those known. Every key of it works without a mouse. */
export function TagField({ label, tags, onChange }: TagFieldProps) {
  const id = useId()
  const [typed, setTyped] = useState("")
  const [place, setPlace] = useState(-1)
  const [isOpen, setOpen] = useState(false)
  const known = useQuery({ ...libraryQueries.tags(), enabled: isOpen }).data?.items ?? []
  const offered = suggest(known, typed, tags)
  const shows = isOpen && offered.length > 0

  function add(word: string) {
    const tag = word.trim().replace(/\s+/g, " ")
    if (tag && !tags.some((one) => isSame(one, tag))) onChange([...tags, tag])
    setTyped("")
    setPlace(-1)
  }
  function press(event: KeyboardEvent) {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault()
      setOpen(true)
      const by = event.key === "ArrowDown" ? 1 : -1
      setPlace((now) => Math.max(-1, Math.min(offered.length - 1, now + by)))
    } else if (event.key === "Enter" || event.key === ",") {
      event.preventDefault()
      add((shows && offered[place]) || typed)
    } else if (event.key === "Escape" && shows) {
      event.stopPropagation()
      event.preventDefault()
      setOpen(false)
    } else if (event.key === "Backspace" && typed === "") onChange(tags.slice(0, -1))
  }

  return (
    <div className="grid gap-2">
      <label htmlFor={id} className="text-13 font-strong">
        {label}
      </label>
      <Chips tags={tags} onRemove={(tag) => onChange(tags.filter((one) => one !== tag))} />
      <div className="relative">
        <Input
          id={id}
          role="combobox"
          autoComplete="off"
          maxLength={LONGEST_TAG}
          placeholder={t("Type a tag, then Enter")}
          aria-expanded={shows}
          aria-controls={`${id}-list`}
          aria-activedescendant={shows && place >= 0 ? `${id}-${place}` : undefined}
          value={typed}
          onFocus={() => setOpen(true)}
          onBlur={() => {
            setOpen(false)
            add(typed)
          }}
          onKeyDown={press}
          onChange={({ target }) => {
            setTyped(target.value)
            setPlace(-1)
            setOpen(true)
          }}
        />
        <div
          id={`${id}-list`}
          role="listbox"
          aria-label={t("Known tags")}
          className={cn(
            "absolute inset-x-0 top-full z-10 mt-1 rounded-outer border border-line bg-raised p-1 shadow-float",
            shows ? "grid" : "hidden",
          )}
        >
          {offered.map((tag, index) => (
            // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the active one.
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field's keys do it.
            <div
              key={tag}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === place}
              className="cursor-pointer rounded-inner px-2 py-1 text-13 hover:bg-tint aria-selected:bg-tint"
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => add(tag)}
            >
              {tag}
            </div>
          ))}
        </div>
      </div>
    </div>
  )
}

function Chips({ tags, onRemove }: { tags: readonly string[]; onRemove: (tag: string) => void }) {
  if (tags.length === 0) return null
  return (
    <ul aria-label={t("Tags")} className="flex flex-wrap gap-1">
      {tags.map((tag) => (
        <li key={tag} className="flex items-center gap-1 rounded-inner bg-tint py-0.5 pr-0.5 pl-2 text-13">
          {tag}
          <button
            type="button"
            aria-label={t("Remove the tag {tag}", { tag })}
            className="grid size-6 place-items-center rounded-inner text-muted hover:text-ink"
            onClick={() => onRemove(tag)}
          >
            <X aria-hidden className="size-3" />
          </button>
        </li>
      ))}
    </ul>
  )
}

const isSame = (one: string, other: string) => one.toLowerCase() === other.toLowerCase()

/** Return the known tags that what is typed may be meant for, those that begin with it first. */
export function suggest(
  known: readonly { name: string }[],
  typed: string,
  have: readonly string[],
): string[] {
  const words = typed.trim().toLowerCase()
  const names = known
    .map(({ name }) => name)
    .filter((name) => name.toLowerCase().includes(words) && !have.some((one) => isSame(one, name)))
  const begins = (name: string) => (name.toLowerCase().startsWith(words) ? 0 : 1)
  return names.toSorted((one, other) => begins(one) - begins(other)).slice(0, SUGGESTED)
}
