"use client"

import dynamic from "next/dynamic"
import { type ReactNode, useState } from "react"
import { AppLink } from "@/components/ui/app-link"
import { t } from "@/lib/i18n"
import { lengths, lengthWords, shortDay } from "../range"
import { useAddress } from "../use-address"

const choice =
  "flex min-h-7 items-center rounded-inner px-2 text-13 no-underline whitespace-nowrap hover:bg-tint aria-[current]:bg-tint aria-[current]:font-strong aria-[current]:text-ink text-muted"

const RangeForm = dynamic(() => import("./range-form").then((module) => module.RangeForm), { ssr: false })

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

  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <nav aria-label={t("Days shown")} className="-mx-4 overflow-x-auto px-4 tablet:mx-0 tablet:px-0">
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
                {isCustom
                  ? t("{since} – {until}", { since: shortDay(range.since), until: shortDay(range.until) })
                  : t("Custom")}
              </button>
            </li>
          </ul>
        </nav>
        {aside}
      </div>
      {isOpen ? (
        <RangeForm
          range={range}
          zone={zone}
          onChoose={(since, until) => {
            go({ range: "custom", since, until, from: "" })
            setOpen(false)
          }}
        />
      ) : null}
    </div>
  )
}
