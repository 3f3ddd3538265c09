"use client"

import { Button } from "@/components/ui/button"
import { ButtonLink } from "@/components/ui/button-link"
import { Notice } from "@/components/ui/notice"
import type { ImportResult } from "@/lib/api/types"
import { plural } from "@/lib/figures"
import { count } from "./judge"
import { PreviewTable } from "./preview-table"
import { doneWords } from "./words"

type DoneProps = {
  result: ImportResult
  zone: string
  /** Begin with another file. */
  onNext: () => void
  /** Back to the text, to mend what was left out. */
  onBack: () => void
}

/** What came of the import, row by row, with the way to each post. */
export function Done({ result: { items }, zone, onNext, onBack }: DoneProps) {
  const counts = count(items)
  const isLate = counts.refused > 0
  return (
    <section aria-label="What was imported" className="grid gap-3">
      <Notice kind={counts.scheduled + counts.drafts > 0 ? "good" : "warning"}>
        {doneWords(counts)}
        {isLate
          ? ` ${plural(counts.refused, "row was", "rows were")} left out: what stands in the way is said there.`
          : ""}
      </Notice>
      <div className="flex flex-wrap gap-2">
        <ButtonLink href="/posts" kind="primary">
          Show posts
        </ButtonLink>
        <ButtonLink href="/calendar">Show the calendar</ButtonLink>
        <Button onClick={onNext}>Import another file</Button>
        <Button onClick={onBack}>Back to the text</Button>
      </div>
      <PreviewTable items={items} zone={zone} />
    </section>
  )
}
