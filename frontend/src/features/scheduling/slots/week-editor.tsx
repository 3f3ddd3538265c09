"use client"

import { useQueryClient } from "@tanstack/react-query"
import { X } from "lucide-react"
import { useState } from "react"
import { Button } from "@/components/ui/button"
import { Input, Select } from "@/components/ui/field"
import { Notice } from "@/components/ui/notice"
import { offerUndo } from "@/components/ui/undo"
import { sentenceOf } from "@/lib/api/api-error"
import type { Account, Slot } from "@/lib/api/types"
import { plural } from "@/lib/figures"
import { t } from "@/lib/i18n"
import { keepWeeks, useSetSlots, type WeekOf } from "../api/slot-queries"
import { addSlot, presets, removeSlot, sameWeek, WEEKDAYS } from "./week"

const EVERY_DAY = "every"

type WeekEditorProps = { account: Account; all: readonly Account[]; kept: readonly Slot[] }

/** One account's week: seven columns of times, a row to add one, and weeks to start from. */
export function WeekEditor({ account, all, kept }: WeekEditorProps) {
  const [slots, setSlots] = useState<Slot[]>([...kept])
  const client = useQueryClient()
  const save = useSetSlots()
  const isChanged = !sameWeek(slots, kept)

  function keep(accountIds: string[]) {
    const whom = accountIds.length === 1 ? account.nickname : plural(accountIds.length, "account")
    const undo = async (before: WeekOf[]) => {
      await keepWeeks(client, before)
      setSlots([...(before.find(({ id }) => id === account.id)?.slots ?? kept)])
      return t("The posting slots of {whom} are as they were.", { whom })
    }
    save.mutate(
      { accountIds, slots },
      {
        onSuccess: (before) =>
          offerUndo(t("The posting slots of {whom} are kept.", { whom }), () => undo(before)),
      },
    )
  }

  return (
    <>
      <ol className="grid gap-px overflow-hidden rounded-outer border border-line bg-line tablet:grid-cols-7">
        {WEEKDAYS.map((name) => t(name)).map((name, weekday) => (
          <li
            key={name}
            className="flex min-w-0 flex-wrap content-start items-center gap-1 bg-raised p-2 tablet:grid tablet:min-h-32"
          >
            <span className="w-24 text-12 text-muted tablet:w-auto">{name}</span>
            {slots
              .filter((slot) => slot.weekday === weekday)
              .map((slot) => (
                <span
                  key={slot.local_time}
                  className="tabular flex items-center justify-between gap-1 rounded-inner bg-tint pl-2 text-13"
                >
                  {slot.local_time}
                  <Button
                    kind="quiet"
                    size="small"
                    aria-label={t("Remove {weekday}, {time}", { weekday: name, time: slot.local_time })}
                    onClick={() => setSlots(removeSlot(slots, slot))}
                  >
                    <X aria-hidden className="size-3.5" />
                  </Button>
                </span>
              ))}
          </li>
        ))}
      </ol>
      <AddSlot onAdd={(weekdays, at) => setSlots(addSlot(slots, weekdays, at))} />
      <div className="flex flex-wrap items-center gap-2 text-13 text-muted">
        {t("Start from")}
        {presets.map((preset) => (
          <Button key={t(preset.name)} size="small" onClick={() => setSlots([...preset.slots])}>
            {t(preset.name)}
          </Button>
        ))}
      </div>
      {save.error ? <Notice kind="failed">{sentenceOf(save.error)}</Notice> : null}
      <div className="flex flex-wrap items-center gap-2">
        <Button kind="primary" disabled={!isChanged || save.isPending} onClick={() => keep([account.id])}>
          {t("Save for {nickname}", { nickname: account.nickname })}
        </Button>
        {all.length > 1 ? (
          <Button disabled={save.isPending} onClick={() => keep(all.map(({ id }) => id))}>
            {t("Save for all {count} accounts", { count: all.length })}
          </Button>
        ) : null}
        {isChanged ? <span className="text-13 text-muted">{t("Not saved yet")}</span> : null}
      </div>
    </>
  )
}

function AddSlot({ onAdd }: { onAdd: (weekdays: number[], at: string) => void }) {
  const [weekday, setWeekday] = useState(EVERY_DAY)
  const [at, setAt] = useState("18:00")
  const days = weekday === EVERY_DAY ? WEEKDAYS.map((_, index) => index) : [Number(weekday)]
  return (
    <div className="grid grid-cols-[minmax(0,160px)_max-content_max-content] justify-start gap-2">
      <Select
        aria-label={t("Day of the week")}
        value={weekday}
        onChange={(event) => setWeekday(event.target.value)}
      >
        <option value={EVERY_DAY}>{t("Every day")}</option>
        {WEEKDAYS.map((name, index) => (
          <option key={t(name)} value={index}>
            {t(name)}
          </option>
        ))}
      </Select>
      <Input
        type="time"
        aria-label={t("Time of day")}
        value={at}
        onChange={(event) => setAt(event.target.value)}
      />
      <Button disabled={at.length !== 5} onClick={() => onAdd(days, at)}>
        {t("Add")}
      </Button>
    </div>
  )
}
