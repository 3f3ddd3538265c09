"use client"

import { ChevronRight } from "lucide-react"
import dynamic from "next/dynamic"
import { useState } from "react"
import { cn } from "@/lib/cn"
import { t } from "@/lib/i18n"
import type { TableOfReadingsProps } from "./table-of-readings"

const TableOfReadings = dynamic(
  () => import("./table-of-readings").then((module) => module.TableOfReadings),
  { ssr: false },
)

/** The same figures in rows, for who cannot or would not read a drawing. */
export function AsTable(props: TableOfReadingsProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <div className="text-12 text-muted">
      <button
        type="button"
        aria-expanded={isOpen}
        aria-label={t("{label}: show as a table", { label: props.label })}
        onClick={() => setOpen(!isOpen)}
        className="flex min-h-6 items-center gap-1 rounded-inner hover:text-ink"
      >
        <ChevronRight aria-hidden className={cn("size-3 transition-transform", isOpen && "rotate-90")} />
        {t("Show as a table")}
      </button>
      {isOpen ? <TableOfReadings {...props} /> : null}
    </div>
  )
}
