import type { ExportFormat, ExportJob, ExportWhat } from "@/lib/api/types"
import { exactCount, fileSize } from "@/lib/figures"
import type { StatusWords } from "@/lib/status"

/** What can be taken along; the report is no sheet, but stands among them. */
export const kinds: { kind: ExportWhat | "report"; label: string; sentence: string }[] = [
  {
    kind: "days",
    label: "Days",
    sentence: "A row for each account and day: what was gained and lost, and how much of it was measured.",
  },
  {
    kind: "posts",
    label: "Posts",
    sentence: "A row for each post published in these days, with its counters now and at equal ages.",
  },
  {
    kind: "samples",
    label: "Samples",
    sentence: "A row for each time a post was looked at: by far the most rows.",
  },
  { kind: "metrics", label: "Totals", sentence: "A row for each account, with the sums of these days." },
  {
    kind: "report",
    label: "Report (PDF)",
    sentence: "Pages to hand on: headline figures, followers, views, and the posts that were seen most.",
  },
]

export const formats: { format: ExportFormat; label: string; hint: string }[] = [
  { format: "csv", label: "CSV", hint: "Plain text that every spreadsheet reads." },
  { format: "xlsx", label: "Excel (XLSX)", hint: "A workbook for Excel, LibreOffice and Numbers." },
  { format: "parquet", label: "Parquet", hint: "Small and typed, for tools that work on data." },
  { format: "json", label: "JSON", hint: "For programs." },
]

const kindLabel = (what: ExportWhat) => kinds.find(({ kind }) => kind === what)?.label ?? what
const formatLabel = (wanted: ExportFormat) => formats.find(({ format }) => format === wanted)?.label ?? wanted

/** Say what an export holds: "Samples, CSV". */
export function contentWords({ what, format }: Pick<ExportJob, "what" | "format">): string {
  return `${kindLabel(what)}, ${formatLabel(format)}`
}

type Standing = Pick<ExportJob, "status" | "progress" | "file_url" | "error">

/** Say how an export stands; of one that failed, why. */
export function exportStatus({ status, file_url, error }: Standing): StatusWords {
  switch (status) {
    case "queued":
      return { tone: "scheduled", word: "Waiting its turn", hint: "A worker begins it when it is free." }
    case "running":
      return { tone: "working", word: "Being made", hint: "You can close this; it goes on." }
    case "failed":
      return { tone: "failed", word: "Failed", hint: error ?? "No file was made." }
    case "cancelled":
      return { tone: "quiet", word: "Called off", hint: "No file was made." }
    default:
      return file_url
        ? { tone: "published", word: "Ready", hint: "It is kept for a day." }
        : { tone: "quiet", word: "Gone", hint: "Exports are kept for a day. Ask for it again." }
  }
}

/** Say how far an export is, or what came of it, beside its state. */
export function detailWords(job: ExportJob, now = Date.now()): string {
  if (job.status === "running") return rowWords(job)
  if (job.status === "failed") return job.error ?? "No file was made."
  if (job.status !== "done") return ""
  if (!job.file_url) return "Exports are kept for a day. Ask for it again."
  const size = job.size_bytes === null ? "" : fileSize(job.size_bytes)
  return [size, job.expires_at ? expiryWords(job.expires_at, now) : ""].filter(Boolean).join(", ")
}

function rowWords({ progress, rows_done, rows_total }: ExportJob): string {
  if (rows_total === null) return "counting the rows"
  return `${progress}\u202f%, ${exactCount(rows_done)} of ${exactCount(rows_total)} rows`
}

/** Say until when a file can be had: "expires in 23 h". */
export function expiryWords(instant: string, now = Date.now()): string {
  const minutes = Math.floor((Date.parse(instant) - now) / 60_000)
  if (minutes < 1) return "expires within a minute"
  return `expires in ${minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h`}`
}
