"use client"

import { type FormEvent, useId, useState } from "react"
import { Button } from "@/components/ui/button"
import { Dialog } from "@/components/ui/dialog"
import { Failed } from "@/components/ui/failed"
import { Field, Select } from "@/components/ui/field"
import { Notice } from "@/components/ui/notice"
import { Skeleton } from "@/components/ui/skeleton"
import { sentenceOf } from "@/lib/api/api-error"
import type { ExportFormat, ExportJob } from "@/lib/api/types"
import { fileSize } from "@/lib/figures"
import { type Taken, useTakeAlong } from "../api/export-queries"
import { countDays, daysWords } from "../range"
import type { TakeableAccount } from "./export-button"
import { ExportsList } from "./exports-list"
import { type Kind, KindField } from "./kind-field"
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
  const formId = useId()
  const { days, error, refetch } = useDaysShown(accountId)
  const [kind, setKind] = useState<Kind>("days")
  const [format, setFormat] = useState<ExportFormat>("csv")
  const [whose, setWhose] = useState(accountId ?? "")
  const take = useTakeAlong()
  const isListed = !accountId || accounts.some(({ id }) => id === accountId)

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (!days || take.isPending) return
    const sheet = kind === "report" ? null : { what: kind, format }
    const { since, until } = days
    take.mutate(
      { accountId: whose || null, since, until, sheet },
      { onSuccess: (taken) => "job" in taken && onAsked(taken.job) },
    )
  }

  return (
    <Dialog
      title="Take figures along"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Close</Button>
          <Button kind="primary" type="submit" form={formId} disabled={!days || take.isPending}>
            {take.isPending ? "Being made…" : "Download"}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="grid gap-4">
        {days ? (
          <p className="text-13 text-muted">
            {daysWords(days, zone)}
            {countDays(days) === 1 ? ", one day" : ""}: the days that the page shows.
          </p>
        ) : error ? (
          <Failed error={error} retry={() => refetch()} />
        ) : (
          <Skeleton className="h-5 w-64 max-w-full" />
        )}
        <KindField kind={kind} onChoose={setKind} />
        <div className="grid gap-4 tablet:grid-cols-2">
          <Field label="Of">
            {(wiring) => (
              <Select {...wiring} value={whose} onChange={({ target }) => setWhose(target.value)}>
                <option value="">All accounts</option>
                {isListed ? null : <option value={accountId}>This account</option>}
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
      </form>
      {take.error ? <Notice kind="failed">{sentenceOf(take.error)}</Notice> : null}
      {take.data ? <Outcome taken={take.data} /> : null}
      <ExportsList />
    </Dialog>
  )
}

type FormatFieldProps = { format: ExportFormat; onChoose: (format: ExportFormat) => void }

function FormatField({ format, onChoose }: FormatFieldProps) {
  return (
    <Field label="Format" hint={formats.find((one) => one.format === format)?.hint}>
      {(wiring) => (
        <Select {...wiring} value={format} onChange={({ target }) => onChoose(target.value as ExportFormat)}>
          {formats.map((one) => (
            <option key={one.format} value={one.format}>
              {one.label}
            </option>
          ))}
        </Select>
      )}
    </Field>
  )
}

function Outcome({ taken }: { taken: Taken }) {
  if ("job" in taken) {
    return (
      <Notice>
        {taken.job.file_name} has many rows, so it is being made meanwhile. It stands below when it is there,
        for a day; you can close this.
      </Notice>
    )
  }
  return (
    <Notice kind="good">
      <span className="break-all">
        {taken.file.name}, {fileSize(taken.file.bytes)}, is among your downloads.
      </span>
    </Notice>
  )
}
