"use client"

import { type FormEvent, useState } from "react"
import { Button } from "@/components/ui/button"
import { Dialog } from "@/components/ui/dialog"
import { Failed } from "@/components/ui/failed"
import { Field, Select } from "@/components/ui/field"
import { Notice } from "@/components/ui/notice"
import { Skeleton } from "@/components/ui/skeleton"
import { sentenceOf } from "@/lib/api/api-error"
import type { ExportFormat, ExportJob } from "@/lib/api/types"
import { plural } from "@/lib/figures"
import { t } from "@/lib/i18n"
import { useTakeAlong } from "../api/export-queries"
import { countDays, daysWords } from "../range"
import type { TakeableAccount } from "./export-button"
import { ExportsList } from "./exports-list"
import { type Kind, KindField } from "./kind-field"
import { Outcome } from "./outcome"
import { useDaysShown } from "./use-days-shown"
import { formats } from "./words"

type TakeDialogProps = {
  zone: string
  accounts: readonly TakeableAccount[]
  accountId?: string
  /** An export was asked for that takes longer. */
  onAsked: (job: ExportJob) => void
  onClose: () => void
}

/** Take the figures along that the page shows, as a table or as a report; large tables are made meanwhile. */
export function TakeDialog({ zone, accounts, accountId, onAsked, onClose }: TakeDialogProps) {
  const { days, error, refetch } = useDaysShown(accountId)
  const [kind, setKind] = useState<Kind>("days")
  const [format, setFormat] = useState<ExportFormat>("csv")
  const [whose, setWhose] = useState(accountId ?? "")
  const take = useTakeAlong(onAsked)
  const isListed = !accountId || accounts.some(({ id }) => id === accountId)

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (!days || take.isPending) return
    const sheet = kind === "report" ? null : { what: kind, format }
    take.mutate({ accountId: whose || null, since: days.since, until: days.until, sheet })
  }

  return (
    <Dialog title={t("Take figures along")} onClose={onClose}>
      <form onSubmit={submit} className="grid gap-4">
        {days ? (
          <p className="text-13 text-muted">
            {t("{range}: the {days} that the page shows.", {
              range: daysWords(days, zone),
              days: plural(countDays(days), "day"),
            })}
          </p>
        ) : error ? (
          <Failed error={error} retry={() => refetch()} />
        ) : (
          <Skeleton className="h-5 w-64 max-w-full" />
        )}
        <KindField kind={kind} onChoose={setKind} />
        <div className="grid items-start gap-4 tablet:grid-cols-2">
          <Field label={t("Of")}>
            {(wiring) => (
              <Select {...wiring} value={whose} onChange={({ target }) => setWhose(target.value)}>
                <option value="">{t("All accounts")}</option>
                {isListed ? null : <option value={accountId}>{t("This account")}</option>}
                {accounts.map(({ id, handle }) => (
                  <option key={id} value={id}>
                    {handle}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          {kind === "report" ? null : <FormatField format={format} onChoose={setFormat} />}
        </div>
        <Button
          kind="primary"
          type="submit"
          disabled={!days || take.isPending}
          className="justify-self-end max-tablet:justify-self-stretch"
        >
          {take.isPending ? t("Being made…") : t("Download")}
        </Button>
      </form>
      {take.error ? <Notice kind="failed">{sentenceOf(take.error)}</Notice> : null}
      {take.data ? <Outcome key={take.submittedAt} taken={take.data} /> : null}
      <ExportsList zone={zone} />
    </Dialog>
  )
}

type FormatFieldProps = { format: ExportFormat; onChoose: (format: ExportFormat) => void }

function FormatField({ format, onChoose }: FormatFieldProps) {
  const hint = formats.find((one) => one.format === format)?.hint
  return (
    <Field label={t("Format")} hint={hint && t(hint)}>
      {(wiring) => (
        <Select {...wiring} value={format} onChange={({ target }) => onChoose(target.value as ExportFormat)}>
          {formats.map((one) => (
            <option key={one.format} value={one.format}>
              {t(one.label)}
            </option>
          ))}
        </Select>
      )}
    </Field>
  )
}
