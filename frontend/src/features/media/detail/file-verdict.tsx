"use client"

import { Notice } from "@/components/ui/notice"
import { Status } from "@/components/ui/status"
import type { MediaAsset } from "@/lib/api/types"
import { t } from "@/lib/i18n"
import { Findings } from "../components/findings"
import { FixPanel } from "../components/fix-panel"
import { verdictWords } from "../verdict-words"

/** What TikTok would say to the file, and what mends it. */
export function FileVerdict({ file }: { file: MediaAsset }) {
  if (file.rejection) return <Notice kind="failed">{file.rejection.message}</Notice>
  if (file.status === "checking") return <p className="text-13 text-bronze">{t("Checking…")}</p>
  if (!file.verdict || file.kind === "audio") return null
  return (
    <section aria-label={t("What TikTok will say to this file")} className="grid gap-2 text-13">
      <Status of={verdictWords[file.verdict.worst]} className="animate-none justify-self-start" />
      {file.verdict.findings.length > 0 ? <Findings findings={file.verdict.findings} /> : null}
      {file.verdict.worst === "fine" ? null : <FixPanel mediaId={file.id} fixes={file.verdict.fixes} />}
    </section>
  )
}
