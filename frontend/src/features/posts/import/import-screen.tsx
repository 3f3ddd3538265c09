"use client"

import { type ReactNode, useRef } from "react"
import { Button } from "@/components/ui/button"
import { Notice } from "@/components/ui/notice"
import { sentenceOf } from "@/lib/api/api-error"
import { PostRowsSkeleton } from "../components/post-rows-skeleton"
import { ChooseFile } from "./choose-file"
import { CsvEditor, type EditorHandle } from "./csv-editor"
import { Done } from "./done"
import { accountsToAsk, type Creators } from "./judge"
import { LookOptions } from "./look-options"
import { Preview } from "./preview"
import { type ImportFlow, useImportFlow } from "./use-import-flow"

/** What TikTok said about accounts, and how far the asking is. */
export type CreatorAnswers = { creators: Creators; asking: number; failed: number; retry: () => void }

type ImportScreenProps = {
  zone: string
  /** Every zone a file can be in. */
  zones: readonly string[]
  /** Asks TikTok what these accounts may do right now. */
  renderCreators: (slot: {
    accountIds: string[]
    children: (answers: CreatorAnswers) => ReactNode
  }) => ReactNode
}

/** Posts from a CSV file: choose it, look at what each row becomes, mend it in place, import it. */
export function ImportScreen({ zone, zones, renderCreators }: ImportScreenProps) {
  const flow = useImportFlow(zone)
  const editor = useRef<EditorHandle>(null)
  const { source, looked, make } = flow
  if (make.data) return <Done result={make.data} zone={zone} onNext={flow.drop} onBack={() => make.reset()} />
  if (!source) return <ChooseFile zone={zone} flow={flow} />
  const errors =
    looked?.result.items.flatMap(({ line, problems }) => (problems.length > 0 ? [line] : [])) ?? []
  return (
    <div className="grid gap-6">
      <section aria-label="The file" className="grid gap-3">
        <FileHead flow={flow} />
        <LookOptions flow={flow} zone={zone} zones={zones} />
        <CsvEditor
          ref={editor}
          text={source.text}
          marked={flow.isFresh ? errors : []}
          onChange={flow.edit}
          onLook={() => flow.lookAgain()}
        />
        <LookButton flow={flow} />
      </section>
      <Trouble flow={flow} />
      {flow.look.isPending && !looked ? <PostRowsSkeleton rows={4} /> : null}
      {looked
        ? renderCreators({
            accountIds: accountsToAsk(looked.result.items),
            children: (answers) => (
              <Preview
                flow={flow}
                zone={zone}
                answers={answers}
                onLine={(line) => editor.current?.goTo(line)}
              />
            ),
          })
        : null}
    </div>
  )
}

function FileHead({ flow: { source, drop } }: { flow: ImportFlow }) {
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 className="min-w-0 break-words font-strong text-14">{source?.name || "What you pasted"}</h2>
        <Button size="small" onClick={drop}>
          Choose another file
        </Button>
      </div>
      {source?.note ? <Notice kind="warning">{source.note}</Notice> : null}
    </>
  )
}

function LookButton({ flow: { look, isFresh, looked, lookAgain } }: { flow: ImportFlow }) {
  const words = look.isPending ? "Looking…" : looked ? "Look again" : "Look at it"
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Button kind={isFresh ? "plain" : "primary"} disabled={look.isPending} onClick={() => lookAgain()}>
        {words}
      </Button>
      <p className="text-13 text-muted">
        {look.isPending
          ? "Every row goes through what the composer checks. A long file takes a while."
          : isFresh || !looked
            ? "Nothing is saved by looking."
            : "The text has changed. Look again before you import it."}
      </p>
    </div>
  )
}

function Trouble({ flow: { unfit, look, make } }: { flow: ImportFlow }) {
  const sentence = unfit ?? (look.error ? sentenceOf(look.error) : make.error ? sentenceOf(make.error) : null)
  return sentence ? <Notice kind="failed">{sentence}</Notice> : null
}
