"use client"

import { FileUp } from "lucide-react"
import { Button } from "@/components/ui/button"
import { DropBox } from "@/components/ui/drop-box"
import { Notice } from "@/components/ui/notice"
import { t } from "@/lib/i18n"
import { columns, saveTemplate } from "./template"
import type { ImportFlow } from "./use-import-flow"
import { usePasted } from "./use-pasted"

/** The way in: a file chosen, dropped or pasted; a template; and what the columns are for. */
export function ChooseFile({ zone, flow }: { zone: string; flow: ImportFlow }) {
  usePasted(flow.takeFile, (text) => flow.take({ text, name: "", note: null }))
  return (
    <div className="grid max-w-(--form) gap-6">
      {flow.unfit ? <Notice kind="failed">{flow.unfit}</Notice> : null}
      <FileDrop onFile={flow.takeFile} />
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => flow.take({ text: "", name: "", note: null })}>
          {t("Paste or type instead")}
        </Button>
        <Button onClick={() => saveTemplate(zone)}>{t("Download a template")}</Button>
      </div>
      <section aria-labelledby="columns" className="grid gap-2">
        <h2 id="columns" className="font-strong text-14">
          {t("Columns")}
        </h2>
        <p className="text-13 text-muted">
          {t("The first line names them, in any order. A row without a time or an account becomes a draft.")}
        </p>
        <dl className="grid border-line border-t text-13">
          {columns.map(({ name, sentence }) => (
            <div
              key={name}
              className="grid gap-x-4 border-line border-b py-2 tablet:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]"
            >
              <dt translate="no" className="break-words font-strong">
                {name}
              </dt>
              <dd className="text-muted">{t(sentence)}</dd>
            </div>
          ))}
        </dl>
      </section>
    </div>
  )
}

function FileDrop({ onFile }: { onFile: (file: File) => void }) {
  return (
    <DropBox
      icon={FileUp}
      sentence={t("<choose>Choose a CSV file</choose>, drop it here, or paste a table")}
      hint={t("Up to 500 rows, with commas, semicolons or tabs")}
      accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
      onFiles={([file]) => {
        if (file) onFile(file)
      }}
    />
  )
}
