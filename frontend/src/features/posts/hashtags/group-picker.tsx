"use client"

import { useLayoutEffect, useRef } from "react"
import { Input } from "@/components/ui/field"
import { ListOption } from "@/components/ui/list-option"
import type { HashtagGroup } from "@/lib/api/types"
import { t } from "@/lib/i18n"
import { useArrowList } from "@/lib/use-arrow-list"
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
  const list = useArrowList(groups, onTake)
  useLayoutEffect(() => input.current?.focus(), [])
  return (
    <>
      <Input
        ref={input}
        aria-label={t("Find a group")}
        placeholder={t("Find a group")}
        {...list.input}
        value={typed}
        onChange={({ target }) => {
          onType(target.value)
          list.restart()
        }}
      />
      <div
        id={list.listId}
        role="listbox"
        aria-label={t("Groups")}
        className="max-h-60 overflow-y-auto empty:hidden"
      >
        {groups.map((group) => (
          <ListOption
            key={group.id}
            id={list.idOf(group)}
            isChosen={group === list.chosen}
            onTake={() => onTake(group)}
            className="grid py-1.5"
          >
            <span className="truncate text-14">{group.name}</span>
            <span className="truncate text-12 text-muted">{written(group)}</span>
          </ListOption>
        ))}
      </div>
    </>
  )
}
