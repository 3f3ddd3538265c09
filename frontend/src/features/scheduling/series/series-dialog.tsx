"use client"

import { useState } from "react"
import { Button } from "@/components/ui/button"
import { Dialog } from "@/components/ui/dialog"
import { Notice } from "@/components/ui/notice"
import { ApiError, sentenceOf } from "@/lib/api/api-error"
import type { SeriesRule } from "@/lib/api/types"
import { t } from "@/lib/i18n"
import { RuleFields } from "./rule-fields"

type SeriesDialogProps = {
  title: string
  start: SeriesRule
  words: { act: string; note: string }
  action: { isPending: boolean; error: Error | null }
  onRule: (rule: SeriesRule) => void
  onClose: () => void
}

/** Choose the rule of a series, and agree to its posts once for all of them. */
export function SeriesDialog({ title, start, words, action, onRule, onClose }: SeriesDialogProps) {
  const [rule, setRule] = useState(start)
  const fields = action.error instanceof ApiError ? action.error.fields : []
  const known = ["weekdays", "until", "first_day"]
  const errors = (name: string) => fields.find(({ field }) => field.endsWith(name))?.message
  const isPlaced = known.some((name) => errors(name))
  return (
    <Dialog
      title={title}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t("Leave it")}</Button>
          <Button
            kind="primary"
            disabled={action.isPending || !rule.first_day || !rule.local_time}
            onClick={() => onRule(rule)}
          >
            {words.act}
          </Button>
        </>
      }
    >
      <RuleFields rule={rule} errors={errors} onChange={setRule} />
      {action.error && !isPlaced ? <Notice kind="failed">{sentenceOf(action.error)}</Notice> : null}
      <p className="text-12 text-muted">{words.note}</p>
    </Dialog>
  )
}
