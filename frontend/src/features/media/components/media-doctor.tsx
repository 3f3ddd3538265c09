"use client"

import { useQuery } from "@tanstack/react-query"
import { useEffect } from "react"
import { Checkbox } from "@/components/ui/choice"
import { Status } from "@/components/ui/status"
import type { Finding, MediaVerdict } from "@/lib/api/types"
import { t } from "@/lib/i18n"
import { fixQueries } from "../api/fix-queries"
import { verdictWords } from "../verdict-words"
import { Findings } from "./findings"
import { FixPanel } from "./fix-panel"

export type MediaDoctorProps = {
  /** The chosen file once it was checked. */
  mediaId: string | null
  accountIds: string[]
  override: boolean
  onOverride: (override: boolean) => void
  onChange: (mediaId: string | null) => void
}

/** Under the media of a post: what TikTok will refuse on the chosen accounts, and a click that mends it. */
export function MediaDoctor({ mediaId, accountIds, override, onOverride, onChange }: MediaDoctorProps) {
  const verdict = useQuery({
    ...fixQueries.verdict(mediaId ?? "", accountIds),
    enabled: mediaId !== null,
    placeholderData: (before, query) => (query?.queryKey[2] === mediaId ? before : undefined),
  }).data
  const isOver = override && (mediaId === null || verdict?.will_be_refused === false)
  useEffect(() => {
    if (isOver) onOverride(false)
  }, [isOver, onOverride])

  if (!mediaId || !verdict) return null
  const findings = worthSaying(verdict)
  const unknown = verdict.accounts.flatMap((one) => one.unknown ?? [])
  if (findings.length === 0 && unknown.length === 0) return null
  const worst = findings[0]?.severity
  return (
    <section
      aria-label={t("What TikTok will say to this file")}
      className="grid gap-3 rounded-outer border border-line bg-raised p-3 text-13"
    >
      {worst ? <Status of={verdictWords[worst]} className="animate-none" /> : null}
      <Findings findings={findings} />
      {unknown.map((sentence) => (
        <p key={sentence} className="text-12 text-muted">
          {sentence}
        </p>
      ))}
      {worst ? (
        <FixPanel
          key={mediaId}
          mediaId={mediaId}
          fixes={verdict.fixes}
          trim={verdict.trim}
          onFixed={onChange}
        />
      ) : null}
      {verdict.will_be_refused ? (
        <Checkbox
          label={t("Send it as it is")}
          reason={t("TikTok will most likely refuse it, and the post then fails on these accounts.")}
          checked={override}
          onChange={(event) => onOverride(event.target.checked)}
        />
      ) : null}
    </section>
  )
}

/** Return what is refused or risky, each sentence once, the gravest first. */
function worthSaying(verdict: MediaVerdict): Finding[] {
  const all = [...verdict.findings, ...verdict.accounts.flatMap(({ findings }) => findings)]
  const bySentence = new Map(
    all.filter(({ severity }) => severity !== "fine").map((one) => [one.sentence, one]),
  )
  const found = [...bySentence.values()]
  return [
    ...found.filter(({ severity }) => severity === "refused"),
    ...found.filter(({ severity }) => severity === "risky"),
  ]
}
