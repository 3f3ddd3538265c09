"use client"

import { FileUp } from "lucide-react"
import { type DragEvent, useId, useState } from "react"
import { Button } from "@/components/ui/button"
import { Notice } from "@/components/ui/notice"
import { cn } from "@/lib/cn"
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
        <Button onClick={() => flow.take({ text: "", name: "", note: null })}>Paste or type instead</Button>
        <Button onClick={() => saveTemplate(zone)}>Download a template</Button>
      </div>
      <section aria-labelledby="columns" className="grid gap-2">
        <h2 id="columns" className="font-strong text-14">
          Columns
        </h2>
        <p className="text-13 text-muted">
          The first line names them, in any order. A row without a time or an account becomes a draft.
        </p>
        <dl className="grid border-line border-t text-13">
          {columns.map(({ name, sentence }) => (
            <div
              key={name}
              className="grid gap-x-4 border-line border-b py-2 tablet:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]"
            >
              <dt className="break-words font-strong">{name}</dt>
              <dd className="text-muted">{sentence}</dd>
            </div>
          ))}
        </dl>
      </section>
    </div>
  )
}

function FileDrop({ onFile }: { onFile: (file: File) => void }) {
  const id = useId()
  const [over, setOver] = useState(false)
  const take = (files: FileList | null) => {
    const file = files?.[0]
    if (file) onFile(file)
  }
  function drop(event: DragEvent) {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra; the button inside does the same by keyboard.
    <div
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={cn(
        "grid justify-items-center gap-2 rounded-outer border border-dashed bg-raised px-4 py-8 text-center transition-colors has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2",
        over ? "border-accent" : "border-faint",
      )}
    >
      <FileUp aria-hidden className="size-5 text-muted" />
      <p>
        <label htmlFor={id} className="text-accent underline underline-offset-3">
          Choose a CSV file
        </label>
        , drop it here, or paste a table
      </p>
      <input
        id={id}
        type="file"
        accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
        className="sr-only"
        onChange={(event) => {
          take(event.target.files)
          event.target.value = ""
        }}
      />
      <p className="text-12 text-muted">Up to 500 rows, with commas, semicolons or tabs</p>
    </div>
  )
}
