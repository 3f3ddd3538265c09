"use client"

import { useState } from "react"
import { Button } from "@/components/ui/button"
import type { ImportItem } from "@/lib/api/types"
import { zoneCity } from "@/lib/dates"
import { t } from "@/lib/i18n"
import { PreviewRow } from "./preview-row"

const STEP = 100

type PreviewTableProps = {
  items: readonly ImportItem[]
  zone: string
  /** Goes to the line in the text; absent where there is no text any more. */
  onLine?: (line: number) => void
  isDone?: boolean
}

/** A row of the file a row; on a phone, one card. Of many, the first hundred at first. */
export function PreviewTable({ items, zone, onLine, isDone = false }: PreviewTableProps) {
  const [most, setMost] = useState(STEP)
  return (
    <>
      <table className="block w-full text-13 tablet:table tablet:table-fixed">
        <thead className="hidden text-left text-12 text-muted tablet:table-header-group">
          <tr className="border-line border-b *:h-8 *:pr-4 *:font-normal">
            <th scope="col" className="w-20">
              {t("Line")}
            </th>
            <th scope="col">{t("Post")}</th>
            <th scope="col" className="w-[22%]">
              {t("Accounts")}
            </th>
            <th scope="col" className="w-44">
              {zone === "UTC"
                ? t("When, {zone}", { zone })
                : t("When, {city} time", { city: zoneCity(zone) })}
            </th>
            <th scope="col" className="w-32">
              {isDone ? t("Became") : t("Becomes")}
            </th>
          </tr>
        </thead>
        {items.slice(0, most).map((item) => (
          <PreviewRow key={item.line} item={item} zone={zone} onLine={onLine} />
        ))}
      </table>
      {items.length > most ? (
        <Button className="justify-self-start" onClick={() => setMost(most + STEP)}>
          {t("Show {count} more", { count: Math.min(STEP, items.length - most) })}
        </Button>
      ) : null}
    </>
  )
}
