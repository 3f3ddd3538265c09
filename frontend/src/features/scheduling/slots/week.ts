import type { Slot } from "@/lib/api/types"
import { type Message, m } from "@/lib/i18n"

export const WEEKDAYS = [
  m("Monday"),
  m("Tuesday"),
  m("Wednesday"),
  m("Thursday"),
  m("Friday"),
  m("Saturday"),
  m("Sunday"),
] as const

/** Weeks to start from; a person changes them as they like. */
export const presets: readonly { name: Message; slots: Slot[] }[] = [
  { name: m("Every day at 18:00"), slots: everyDay(["18:00"]) },
  { name: m("Every day at 9:00 and 18:00"), slots: everyDay(["09:00", "18:00"]) },
  { name: m("Monday, Wednesday and Friday at 18:00"), slots: onDays([0, 2, 4], ["18:00"]) },
]

function everyDay(times: string[]): Slot[] {
  return onDays([0, 1, 2, 3, 4, 5, 6], times)
}

function onDays(days: number[], times: string[]): Slot[] {
  return days.flatMap((weekday) => times.map((local_time) => ({ weekday, local_time })))
}

/** Return the week with one more time on some days, in order and each once. */
export function addSlot(slots: readonly Slot[], weekdays: readonly number[], local_time: string): Slot[] {
  const added = [...slots, ...weekdays.map((weekday) => ({ weekday, local_time }))]
  const keys = new Map(added.map((slot) => [`${slot.weekday} ${slot.local_time}`, slot]))
  return [...keys.entries()].sort(([one], [other]) => one.localeCompare(other)).map(([, slot]) => slot)
}

export function removeSlot(slots: readonly Slot[], gone: Slot): Slot[] {
  return slots.filter(({ weekday, local_time }) => weekday !== gone.weekday || local_time !== gone.local_time)
}

export function sameWeek(one: readonly Slot[], other: readonly Slot[]): boolean {
  return JSON.stringify(addSlot(one, [], "")) === JSON.stringify(addSlot(other, [], ""))
}
