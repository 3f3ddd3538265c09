"use client"

import { type KeyboardEvent, useState } from "react"
import type { BestTimes } from "@/lib/api/types"
import { cn } from "@/lib/cn"
import { plural } from "@/lib/figures"
import { t } from "@/lib/i18n"
import { slotWords, upliftWords, weekdayNames } from "../words"

const HOURS = 24
const SLOTS = 168
const steps: Record<string, number> = { ArrowUp: -HOURS, ArrowDown: HOURS, ArrowLeft: -1, ArrowRight: 1 }

const more = ["bg-accent/10", "bg-accent/30", "bg-accent/55", "bg-accent/80", "bg-accent"]
const fewer = ["bg-bronze/10", "bg-bronze/25", "bg-bronze/40", "bg-bronze/55", "bg-bronze/70"]

/** The hours of a week from Monday, each in the colour of how many more or fewer views it goes with. */
export function WeekMap({ times: { times, uplift, posts_by_slot } }: { times: BestTimes }) {
  const [looked, setLooked] = useState<number | null>(null)
  const best = new Set(times.map(({ slot }) => slot))
  const farthest = Math.max(0.01, ...uplift.map(Math.abs))
  const stop = looked ?? times[0]?.slot ?? 0
  const say = (slot: number) =>
    t("{hour}: {uplift}, {posts} of this account", {
      hour: slotWords(slot),
      uplift: upliftWords(uplift[slot] ?? 0),
      posts: plural(posts_by_slot[slot] ?? 0, "post"),
    })

  function walk(event: KeyboardEvent<HTMLTableElement>) {
    const step = steps[event.key]
    const next = stop + (step ?? 0)
    if (step === undefined || next < 0 || next >= SLOTS) return
    event.preventDefault()
    event.currentTarget.querySelector<HTMLElement>(`[data-slot="${next}"]`)?.focus()
  }

  return (
    <div className="grid min-w-0 content-start gap-2">
      <table
        aria-label={t("Views by hour of the week")}
        className="w-full table-fixed border-separate border-spacing-px"
        onKeyDown={walk}
        onMouseLeave={() => setLooked(null)}
      >
        <thead className="tabular text-12 text-muted">
          <tr>
            <th className="w-9">
              <span className="sr-only">{t("Day")}</span>
            </th>
            {Array.from({ length: HOURS }, (_, hour) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: hours are their own place.
              <th key={hour} scope="col" className="relative whitespace-nowrap text-left font-normal">
                <span className={hour % 6 === 0 ? "" : "sr-only"}>{String(hour).padStart(2, "0")}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weekdayNames().map((name, day) => (
            <tr key={name}>
              <th scope="row" className="text-left font-normal text-12 text-muted">
                {name}
              </th>
              {Array.from({ length: HOURS }, (_, hour) => day * HOURS + hour).map((slot) => (
                <td key={slot} className="p-0">
                  <button
                    type="button"
                    data-slot={slot}
                    tabIndex={slot === stop ? 0 : -1}
                    aria-label={best.has(slot) ? t("Recommended: {hour}", { hour: say(slot) }) : say(slot)}
                    onFocus={() => setLooked(slot)}
                    onMouseEnter={() => setLooked(slot)}
                    className={cn(
                      "block h-6 w-full rounded-[2px]",
                      shade(uplift[slot] ?? 0, farthest),
                      best.has(slot) && "outline-2 outline-ink",
                    )}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p aria-hidden className="tabular min-h-9 text-13 tablet:min-h-5">
        {looked === null ? <Scale /> : say(looked)}
      </p>
    </div>
  )
}

function shade(uplift: number, farthest: number): string {
  const shades = uplift < 0 ? fewer : more
  return shades[Math.min(shades.length - 1, Math.floor((Math.abs(uplift) / farthest) * shades.length))] ?? ""
}

function Scale() {
  return (
    <span className="flex flex-wrap items-center gap-x-2 text-12 text-muted">
      {t("fewer views")}
      <span className="flex gap-px">
        {[...fewer.toReversed(), ...more].map((one) => (
          <span key={one} className={cn("size-3 rounded-[2px]", one)} />
        ))}
      </span>
      {t("more views than in an average hour. Framed: recommended.")}
    </span>
  )
}
