import type { ExportFormat, ExportJob, ExportWhat } from "@/lib/api/types"
import { exactCount, fileSize } from "@/lib/figures"
import { type Message, m, said, t } from "@/lib/i18n"
import type { StatusWords } from "@/lib/status"

/** What can be taken along; the report is no sheet, but stands among them. */
export const kinds: { kind: ExportWhat | "report"; label: Message; sentence: Message }[] = [
  {
    kind: "days",
    label: m("Days"),
    sentence: m("A row for each account and day, with how much was measured."),
  },
  {
    kind: "posts",
    label: m("Posts"),
    sentence: m("A row for each post of these days, with counters at equal ages."),
  },
  {
    kind: "samples",
    label: m("Samples"),
    sentence: m("A row for each look at a post: by far the most rows."),
  },
  {
    kind: "metrics",
    label: m("Totals"),
    sentence: m("A row for each account, with the sums of these days."),
  },
  {
    kind: "report",
    label: m("Report (PDF)"),
    sentence: m("Pages to hand on: figures, charts, the posts that were seen most."),
  },
]

export const formats: { format: ExportFormat; label: Message; hint: Message }[] = [
  { format: "csv", label: said("CSV"), hint: m("Plain text that every spreadsheet reads.") },
  { format: "xlsx", label: said("Excel (XLSX)"), hint: m("A workbook for Excel, LibreOffice and Numbers.") },
  { format: "parquet", label: said("Parquet"), hint: m("Small and typed, for tools that work on data.") },
  { format: "json", label: said("JSON"), hint: m("For programs.") },
]

const labelOr = (label: Message | undefined, name: string) => (label ? t(label) : name)

/** Say what an export holds: "Samples, CSV". */
export function contentWords({ what, format }: Pick<ExportJob, "what" | "format">): string {
  const kindLabel = kinds.find(({ kind }) => kind === what)?.label
  const formatLabel = formats.find((one) => one.format === format)?.label
  return `${labelOr(kindLabel, what)}, ${labelOr(formatLabel, format)}`
}

type Standing = Pick<ExportJob, "status" | "progress" | "file_url" | "error">

/** Say how an export stands; of one that failed, why. */
export function exportStatus({ status, file_url, error }: Standing): StatusWords {
  switch (status) {
    case "queued":
      return {
        tone: "scheduled",
        word: m("Waiting its turn"),
        hint: m("A worker begins it when it is free."),
      }
    case "running":
      return { tone: "working", word: m("Being made"), hint: m("You can close this; it goes on.") }
    case "failed":
      return { tone: "failed", word: m("Failed"), hint: error ? said(error) : m("No file was made.") }
    case "cancelled":
      return { tone: "quiet", word: m("Called off@@export"), hint: m("No file was made.") }
    default:
      return file_url
        ? { tone: "published", word: m("Ready"), hint: m("It is kept for a day.") }
        : { tone: "quiet", word: m("Gone"), hint: m("Exports are kept for a day. Ask for it again.") }
  }
}

/** Say how far an export is, or what came of it, beside its state. */
export function detailWords(job: ExportJob, now = Date.now()): string {
  if (job.status === "running") return rowWords(job)
  if (job.status === "failed") return job.error ?? t("No file was made.")
  if (job.status !== "done") return ""
  if (!job.file_url) return t("Exports are kept for a day. Ask for it again.")
  const size = job.size_bytes === null ? "" : fileSize(job.size_bytes)
  return [size, job.expires_at ? expiryWords(job.expires_at, now) : ""].filter(Boolean).join(", ")
}

function rowWords({ progress, rows_done, rows_total }: ExportJob): string {
  if (rows_total === null) return t("counting the rows")
  return t("{progress}\u202f%, {rows_done} of {rows_total} rows", {
    progress,
    rows_done: exactCount(rows_done),
    rows_total: exactCount(rows_total),
  })
}

/** Say until when a file can be had: "expires in 23 h". */
export function expiryWords(instant: string, now = Date.now()): string {
  const minutes = Math.floor((Date.parse(instant) - now) / 60_000)
  if (minutes < 1) return t("expires within a minute")
  return minutes < 60
    ? t("expires in {minutes} min", { minutes })
    : t("expires in {hours} h", { hours: Math.floor(minutes / 60) })
}
