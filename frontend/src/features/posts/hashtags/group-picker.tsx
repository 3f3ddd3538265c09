"use client"

import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from "react"
import { Input } from "@/components/ui/field"
import type { HashtagGroup } from "@/lib/api/types"
import { cn } from "@/lib/cn"
import { written } from "./find-groups"

type GroupPickerProps = {
  groups: readonly HashtagGroup[]
  typed: string
  onType: (typed: string) => void
  onTake: (group: HashtagGroup) => void
}

/** A combobox over the groups: letters narrow the list, the arrows go through it, Enter takes one. */
export function GroupPicker({ groups, typed, onType, onTake }: GroupPickerProps) {
  const input = useRef<HTMLInputElement>(null)
  const [place, setPlace] = useState(0)
  const id = useId()
  const at = Math.min(place, groups.length - 1)
  const chosen = groups[at]
  useLayoutEffect(() => input.current?.focus(), [])

  function onKeyDown(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined && groups.length > 0) {
      event.preventDefault()
      setPlace((at + step + groups.length) % groups.length)
    } else if (event.key === "Enter") {
      event.preventDefault() // else it would send the post around it
      if (chosen && !event.nativeEvent.isComposing) onTake(chosen)
    }
  }

  return (
    <>
      <Input
        ref={input}
        role="combobox"
        aria-label="Find a group"
        aria-expanded={groups.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={chosen ? `${id}-${chosen.id}` : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        placeholder="Find a group"
        value={typed}
        onChange={({ target }) => {
          onType(target.value)
          setPlace(0)
        }}
        onKeyDown={onKeyDown}
      />
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label="Groups"
        className="max-h-60 overflow-y-auto empty:hidden"
      >
        {groups.map((group) => (
          <GroupOption
            key={group.id}
            id={`${id}-${group.id}`}
            group={group}
            isChosen={group === chosen}
            onTake={onTake}
          />
        ))}
      </div>
    </>
  )
}

type GroupOptionProps = {
  id: string
  group: HashtagGroup
  isChosen: boolean
  onTake: (group: HashtagGroup) => void
}

function GroupOption({ id, group, isChosen, onTake }: GroupOptionProps) {
  const element = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (isChosen) element.current?.scrollIntoView?.({ block: "nearest" })
  }, [isChosen])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are pressed in the input, which says which option is meant.
    <div
      ref={element}
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isChosen}
      onClick={() => onTake(group)}
      className={cn("grid cursor-pointer rounded-inner px-2 py-1.5 hover:bg-tint", isChosen && "bg-tint")}
    >
      <span className="truncate text-14">{group.name}</span>
      <span className="truncate text-12 text-muted">{written(group)}</span>
    </div>
  )
}
