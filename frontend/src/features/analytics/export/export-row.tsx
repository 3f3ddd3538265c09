"use client"

import { Button, buttonLook } from "@/components/ui/button"
import { FieldError } from "@/components/ui/field"
import { Progress } from "@/components/ui/progress"
import { Status } from "@/components/ui/status"
import { sentenceOf } from "@/lib/api/api-error"
import type { ExportJob } from "@/lib/api/types"
import { mediaUrl } from "@/lib/api-client"
import { isBeingMade, useRemoveExport } from "../api/export-queries"
import { contentWords, detailWords, exportStatus } from "./words"

/** One export: how far it is or what came of it, and what can be done about it. */
export function ExportRow({ job }: { job: ExportJob }) {
  const remove = useRemoveExport()
  const isUnderWay = isBeingMade(job)
  const detail = detailWords(job)
  return (
    <li className="grid gap-1 border-line border-b py-2 last:border-b-0">
      <div className="flex items-start justify-between gap-3">
        <div className="grid min-w-0">
          <span className="truncate" title={job.file_name}>
            {job.file_name}
          </span>
          <span className="text-12 text-muted">
            {contentWords(job)}
            {job.asked_by ? `, asked for by ${job.asked_by}` : ""}
          </span>
        </div>
        <div className="flex shrink-0 gap-1">
          {job.file_url ? (
            <a
              href={mediaUrl(job.file_url)}
              download={job.file_name}
              aria-label={`Download ${job.file_name}`}
              className={buttonLook({ size: "small" })}
            >
              Download
            </a>
          ) : null}
          <Button
            kind="quiet"
            size="small"
            aria-label={`${isUnderWay ? "Cancel" : "Remove"} ${job.file_name}`}
            disabled={remove.isPending}
            onClick={() => remove.mutate(job.id)}
          >
            {isUnderWay ? "Cancel" : "Remove"}
          </Button>
        </div>
      </div>
      <p className="tabular text-12 text-muted">
        <span role="status">
          <Status of={exportStatus(job)} />
        </span>
        {detail ? ` · ${detail}` : null}
      </p>
      {isUnderWay ? <Progress value={job.progress} max={100} label={`Making ${job.file_name}`} /> : null}
      <FieldError>{remove.error ? sentenceOf(remove.error) : null}</FieldError>
    </li>
  )
}
