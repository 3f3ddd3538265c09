"use client"

import { type FormEvent, type ReactNode, useState } from "react"
import { AppLink } from "@/components/ui/app-link"
import { Button } from "@/components/ui/button"
import { Field, Input } from "@/components/ui/field"
import { dayKey } from "@/lib/dates"
import { readForm } from "@/lib/use-form-errors"
import { lengths, lengthWords, shortDay } from "../range"
import { useAddress } from "../use-address"

const choice =
  "flex min-h-7 items-center rounded-inner px-2 text-13 no-underline whitespace-nowrap hover:bg-tint aria-[current]:bg-tint aria-[current]:font-strong aria-[current]:text-ink text-muted"

type RangePickerProps = {
  zone: string
  /** What there is to say of the days chosen. */
  aside?: ReactNode
}

/** Which days are shown; the choice stands in the address. */
export function RangePicker({ zone, aside }: RangePickerProps) {
  const { range, rangeAddress, go } = useAddress()
  const [isOpen, setOpen] = useState(false)
  const isCustom = range.range === "custom"

  function choose(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const { since = "", until = "" } = readForm(event.currentTarget)
    if (!since || !until) return
    const [first, last] = since <= until ? [since, until] : [until, since]
    go({ range: "custom", since: first, until: last, from: "" })
    setOpen(false)
  }

  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <nav aria-label="Days shown" className="-mx-4 overflow-x-auto px-4 tablet:mx-0 tablet:px-0">
          <ul className="flex w-fit rounded-outer border border-line bg-raised p-0.5">
            {lengths.map((length) => (
              <li key={length}>
                <AppLink
                  href={rangeAddress({ range: length })}
                  scroll={false}
                  aria-current={range.range === length ? "true" : undefined}
                  className={choice}
                  onClick={() => setOpen(false)}
                >
                  {lengthWords(length)}
                </AppLink>
              </li>
            ))}
            <li>
              <button
                type="button"
                aria-expanded={isOpen}
                aria-current={isCustom ? "true" : undefined}
                className={choice}
                onClick={() => setOpen(!isOpen)}
              >
                {isCustom ? `${shortDay(range.since)} – ${shortDay(range.until)}` : "Custom"}
              </button>
            </li>
          </ul>
        </nav>
        {aside}
      </div>
      {isOpen ? (
        <form onSubmit={choose} className="flex flex-wrap items-end gap-3">
          <DayInput label="From" name="since" zone={zone} day={isCustom ? range.since : ""} />
          <DayInput
            label="To, that day included"
            name="until"
            zone={zone}
            day={isCustom ? range.until : ""}
          />
          <Button type="submit">Show these days</Button>
        </form>
      ) : null}
    </div>
  )
}

function DayInput({ label, name, zone, day }: { label: string; name: string; zone: string; day: string }) {
  return (
    <Field label={label}>
      {(wiring) => (
        <Input
          {...wiring}
          type="date"
          name={name}
          required
          defaultValue={day}
          max={dayKey(Date.now(), zone)}
        />
      )}
    </Field>
  )
}
