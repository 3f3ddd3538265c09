"use client"

import { useMemo, useRef } from "react"
import { Button } from "@/components/ui/button"
import { Notice } from "@/components/ui/notice"
import { sentenceOf } from "@/lib/api/api-error"
import { t } from "@/lib/i18n"
import { PostRowsSkeleton } from "../components/post-rows-skeleton"
import { CsvEditor, type EditorHandle } from "./csv-editor"
import type { CreatorAnswers } from "./import-screen"
import { judge } from "./judge"
import { LookOptions } from "./look-options"
import { Preview } from "./preview"
import type { ImportFlow } from "./use-import-flow"

type WorkbenchProps = { flow: ImportFlow; zone: string; zones: readonly string[]; answers: CreatorAnswers }

/** The text of a file, and beneath it what its rows become. */
export function Workbench({ flow, zone, zones, answers }: WorkbenchProps) {
  const editor = useRef<EditorHandle>(null)
  const { source, looked, look } = flow
  const items = useMemo(() => judge(looked?.result.items ?? [], answers.creators), [looked, answers.creators])
  const wrong = items.filter(({ problems }) => problems.length > 0).map(({ line }) => line)
  return (
    <div className="grid gap-6">
      <section aria-label={t("The file")} className="grid gap-3">
        <FileHead flow={flow} />
        <LookOptions flow={flow} zone={zone} zones={zones} />
        <CsvEditor
          ref={editor}
          text={source?.text ?? ""}
          marked={flow.isFresh ? wrong : []}
          onChange={flow.edit}
          onLook={() => flow.lookAgain()}
        />
        <LookButton flow={flow} />
      </section>
      <Trouble flow={flow} />
      {look.isPending && !looked ? <PostRowsSkeleton rows={4} /> : null}
      {looked ? (
        <Preview {...{ flow, items, zone, answers }} onLine={(line) => editor.current?.goTo(line)} />
      ) : null}
    </div>
  )
}

function FileHead({ flow: { source, drop } }: { flow: ImportFlow }) {
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 className="min-w-0 break-words font-strong text-14">{source?.name || t("What you pasted")}</h2>
        <Button size="small" onClick={drop}>
          {t("Choose another file")}
        </Button>
      </div>
      {source?.note ? <Notice kind="warning">{source.note}</Notice> : null}
    </>
  )
}

function LookButton({ flow: { look, isFresh, looked, lookAgain } }: { flow: ImportFlow }) {
  const words = look.isPending ? t("Looking…") : looked ? t("Look again") : t("Look at it")
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <Button kind={isFresh ? "plain" : "primary"} disabled={look.isPending} onClick={() => lookAgain()}>
        {words}
      </Button>
      <p className="text-13 text-muted">
        {look.isPending
          ? t("Every row goes through what the composer checks. A long file takes a while.")
          : isFresh || !looked
            ? t("Nothing is saved by looking.")
            : t("The text has changed. Look again before you import it.")}
      </p>
    </div>
  )
}

function Trouble({ flow: { unfit, look, make } }: { flow: ImportFlow }) {
  const sentence = unfit ?? (look.error ? sentenceOf(look.error) : make.error ? sentenceOf(make.error) : null)
  return sentence ? <Notice kind="failed">{sentence}</Notice> : null
}
