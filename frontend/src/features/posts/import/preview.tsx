"use client"

import { useState } from "react"
import { Button } from "@/components/ui/button"
import { Switch } from "@/components/ui/choice"
import { Notice } from "@/components/ui/notice"
import { plural } from "@/lib/figures"
import { t } from "@/lib/i18n"
import { Declaration } from "../composer/declaration"
import type { CreatorAnswers } from "./import-screen"
import { count, type JudgedItem } from "./judge"
import { PreviewTable } from "./preview-table"
import type { ImportFlow } from "./use-import-flow"
import { countWords, importWords, targetsOf } from "./words"

type PreviewProps = {
  flow: ImportFlow
  items: readonly JudgedItem[]
  zone: string
  answers: CreatorAnswers
  onLine: (line: number) => void
}

/** What each row becomes, what stands in its way, and the button that imports the rest. */
export function Preview({ flow, items, zone, answers, onLine }: PreviewProps) {
  const [onlyProblems, setOnlyProblems] = useState(false)
  const counts = count(items)
  const shown = onlyProblems ? items.filter(({ outcome }) => outcome === "refused") : items
  const refused = items.filter(({ isLeftToTikTok }) => isLeftToTikTok)
  return (
    <section aria-label={t("Preview")} className="grid gap-3">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <p role="status" className="font-strong text-14">
          {plural(items.length, "row")}: {countWords(counts)}
        </p>
        {counts.refused > 0 || onlyProblems ? (
          <Switch
            label={t("Only rows with problems")}
            checked={onlyProblems}
            onChange={({ target }) => setOnlyProblems(target.checked)}
          />
        ) : null}
      </div>
      <Ignored names={flow.looked?.result.ignored_columns ?? []} />
      <Asking answers={answers} />
      <PreviewTable key={String(onlyProblems)} items={shown} zone={zone} onLine={onLine} />
      <div className="grid max-w-(--form) gap-2 pt-2">
        {counts.scheduled > 0 ? <Declaration targets={targetsOf(items)} /> : null}
        <Button
          kind="primary"
          size="wide"
          disabled={
            !flow.isFresh ||
            answers.asking > 0 ||
            flow.make.isPending ||
            counts.scheduled + counts.drafts === 0
          }
          onClick={() => flow.finish(refused)}
        >
          {flow.make.isPending ? t("Importing…") : importWords(counts)}
        </Button>
      </div>
    </section>
  )
}

function Ignored({ names }: { names: readonly string[] }) {
  if (names.length === 0) return null
  return (
    <Notice>
      {names.length === 1
        ? t("One column is not known and left out: {name}.", { name: names.join(", ") })
        : t("These columns are not known and left out: {names}.", { names: names.join(", ") })}
    </Notice>
  )
}

function Asking({ answers: { creators, asking, failed, retry } }: { answers: CreatorAnswers }) {
  const notes = [...new Set(Object.values(creators).flatMap((info) => info.notes))]
  return (
    <>
      {asking > 0 ? (
        <p role="status" aria-label={t("Asking TikTok")} className="text-13 text-muted">
          {t("Asking TikTok what {accounts} may do right now…", { accounts: plural(asking, "account") })}
        </p>
      ) : null}
      {failed > 0 ? (
        <Notice
          kind="warning"
          action={
            <Button size="small" onClick={retry}>
              {t("Ask again")}
            </Button>
          }
        >
          {t(
            "TikTok did not answer about {accounts}. What it allows there is checked when the posts go out.",
            { accounts: plural(failed, "account") },
          )}
        </Notice>
      ) : null}
      {notes.map((note) => (
        <Notice key={note} kind="warning">
          {note}
        </Notice>
      ))}
    </>
  )
}
