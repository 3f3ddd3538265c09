"use client"

import { Button, buttonLook } from "@/components/ui/button"
import { FieldError } from "@/components/ui/field"
import { Progress } from "@/components/ui/progress"
import { Status } from "@/components/ui/status"
import { sentenceOf } from "@/lib/api/api-error"
import type { ExportJob } from "@/lib/api/types"
import { mediaUrl } from "@/lib/api-client"
import { dayAndTime, fromNow } from "@/lib/dates"
import { t } from "@/lib/i18n"
import { rich } from "@/lib/rich"
import { isBeingMade, useRemoveExport } from "../api/export-queries"
import { contentWords, detailWords, exportStatus } from "./words"

/** One export: how far it is or what came of it, and what can be done about it. */
export function ExportRow({ job, zone }: { job: ExportJob; zone: string }) {
  const remove = useRemoveExport()
  const isUnderWay = isBeingMade(job)
  const detail = detailWords(job)
  return (
    <li className="grid gap-1 border-line border-b py-2 last:border-b-0">
      <span className="break-words">{job.file_name}</span>
      <span className="break-words text-12 text-muted">
        {rich(askedWords(job), {
          time: (text) => <span title={dayAndTime(job.created_at, zone)}>{text}</span>,
        })}
      </span>
      <div className="flex items-center justify-between gap-3">
        <p className="tabular min-w-0 text-12 text-muted">
          <span role="status">
            <Status of={exportStatus(job)} />
          </span>
          {detail ? ` · ${detail}` : null}
        </p>
        <div className="flex shrink-0 gap-1">
          {job.file_url ? (
            <a
              href={mediaUrl(job.file_url)}
              download={job.file_name}
              aria-label={t("Download {file_name}", { file_name: job.file_name })}
              className={buttonLook({ size: "small" })}
            >
              {t("Download")}
            </a>
          ) : null}
          <Button
            kind="quiet"
            size="small"
            aria-label={
              isUnderWay
                ? t("Cancel {file_name}", { file_name: job.file_name })
                : t("Remove {file_name}", { file_name: job.file_name })
            }
            disabled={remove.isPending}
            onClick={() => remove.mutate(job.id)}
          >
            {isUnderWay ? t("Cancel") : t("Remove")}
          </Button>
        </div>
      </div>
      {isUnderWay ? (
        <Progress
          value={job.progress}
          max={100}
          label={t("Making {file_name}", { file_name: job.file_name })}
        />
      ) : null}
      <FieldError>{remove.error ? sentenceOf(remove.error) : null}</FieldError>
    </li>
  )
}

function askedWords(job: ExportJob): string {
  const asked = { content: contentWords(job), ago: fromNow(job.created_at) }
  return job.asked_by
    ? t("{content}, asked for <time>{ago}</time> by {who}", { ...asked, who: job.asked_by })
    : t("{content}, asked for <time>{ago}</time>", asked)
}
