import type { ExportJob, ReportSchedule, Retention } from "@/lib/api/types"

/** Exports, reports and how long figures are kept, as the API tells them; a test names only what it is about. */
export function makeExport(part: Partial<ExportJob> = {}): ExportJob {
  return {
    id: "exp",
    what: "samples",
    format: "csv",
    account_ids: [],
    since: "2026-11-18",
    until: "2026-11-24",
    time_zone: "Europe/Berlin",
    status: "running",
    progress: 43,
    rows_done: 51_600,
    rows_total: 120_000,
    file_name: "carillon-samples-2026-11-18-to-2026-11-24.csv",
    file_url: null,
    size_bytes: null,
    error: null,
    asked_by: "nora@studio.example",
    created_at: "2026-11-24T12:00:00Z",
    finished_at: null,
    expires_at: null,
    ...part,
  }
}

export function makeDoneExport(part: Partial<ExportJob> = {}): ExportJob {
  return makeExport({
    status: "done",
    progress: 100,
    rows_done: 120_000,
    file_url: "/api/v1/analytics/exports/exp/file",
    size_bytes: 12_400_000,
    finished_at: new Date().toISOString(),
    expires_at: new Date(Date.now() + 23.5 * 3_600_000).toISOString(),
    ...part,
  })
}

export function makeReportSchedule(part: Partial<ReportSchedule> = {}): ReportSchedule {
  return {
    id: "rep",
    account_id: null,
    account: null,
    rhythm: "weekly",
    weekday: 0,
    month_day: null,
    local_hour: 8,
    time_zone: "Europe/Berlin",
    recipients: ["nora@studio.example"],
    created_by: "nora@studio.example",
    last_sent_for: null,
    next_due_at: "2026-11-30T07:00:00Z",
    ...part,
  }
}

export function makeRetention(part: Partial<Retention> = {}): Retention {
  return {
    raw_days: 90,
    hour_days: 400,
    least_raw_days: 35,
    most_raw_days: 730,
    least_hour_days: 35,
    most_hour_days: 3_660,
    samples_bytes: 120_000_000,
    hours_bytes: 30_000_000,
    days_bytes: 900_000,
    posts_bytes: 1_200_000,
    samples_bytes_a_day: 2_000_000,
    hours_bytes_a_day: 100_000,
    ...part,
  }
}
