"use client"

import { Button } from "@/components/ui/button"
import { ButtonLink } from "@/components/ui/button-link"
import { Notice } from "@/components/ui/notice"
import type { ImportResult } from "@/lib/api/types"
import { plural } from "@/lib/figures"
import { t } from "@/lib/i18n"
import { count } from "./judge"
import { PreviewTable } from "./preview-table"
import type { ImportFlow } from "./use-import-flow"
import { doneWords } from "./words"

type DoneProps = { result: ImportResult; flow: ImportFlow; zone: string }

/** What came of the import, row by row, with the way to each post; what was left out is still there to be mended. */
export function Done({ result, flow, zone }: DoneProps) {
  const items = [...result.items, ...flow.leftOut].toSorted((one, other) => one.line - other.line)
  const counts = count(items)
  const left = counts.refused
  return (
    <section aria-label={t("What was imported")} className="grid gap-3">
      <Notice kind={counts.scheduled + counts.drafts > 0 ? "good" : "warning"}>
        {doneWords(counts)}
        {left > 0
          ? ` ${plural(
              left,
              "row was left out. The reason stands beneath it.",
              "rows were left out. The reason stands beneath each.",
            )}`
          : ""}
      </Notice>
      <div className="flex flex-wrap gap-2">
        <ButtonLink href="/posts" kind="primary">
          {t("Show posts")}
        </ButtonLink>
        <ButtonLink href="/calendar">{t("Show the calendar")}</ButtonLink>
        <Button onClick={flow.drop}>{t("Import another file")}</Button>
        <Button onClick={() => flow.make.reset()}>{t("Back to the text")}</Button>
      </div>
      <PreviewTable items={items} zone={zone} isDone />
    </section>
  )
}
