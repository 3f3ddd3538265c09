"use client"

import { useQuery, useQueryClient } from "@tanstack/react-query"
import { useEffect, useState } from "react"
import { AppLink } from "@/components/ui/app-link"
import { Button } from "@/components/ui/button"
import { Progress } from "@/components/ui/progress"
import { sentenceOf } from "@/lib/api/api-error"
import type { MediaFix, MediaVerdict } from "@/lib/api/types"
import { t } from "@/lib/i18n"
import { rich } from "@/lib/rich"
import { fixQueries, isLive, useCancelFix, useFixMedia } from "../api/fix-queries"
import { mediaQueries } from "../api/media-queries"
import { fixWords } from "../verdict-words"

type FixPanelProps = {
  mediaId: string
  fixes: MediaFix["fixes"]
  trim?: MediaVerdict["trim"]
  /** Takes the fixed file: at once when it was asked for here, else at a click. Without it the file is shown. */
  onFixed?: (mediaId: string) => void
}

/** Mend a file with a click, see how far it is, and get to what came of it. */
export function FixPanel({ mediaId, fixes, trim, onFixed }: FixPanelProps) {
  const rows = useQuery(fixQueries.list(mediaId)).data ?? []
  const mend = useFixMedia(mediaId)
  const [askedFor, setAskedFor] = useState("")
  const live = rows.find(isLive)
  const last = rows[0]
  const wish: MediaFix["fixes"] = trim ? [...fixes, "trim"] : fixes
  const limit = trim?.longest_ms ?? null
  const done = rows.find((one) => one.state === "done" && one.result_id && isSame(one, wish, limit))
  useArrival(done, onFixed && done?.id === askedFor ? onFixed : undefined)

  const start = () =>
    mend.mutate({ fixes: wish, longest_ms: limit }, { onSuccess: ({ id }) => setAskedFor(id) })

  if (live) return <Running fix={live} />
  return (
    <div className="grid gap-2">
      {mend.isError ? <Sorry>{sentenceOf(mend.error)}</Sorry> : null}
      {last?.state === "failed" && last.error ? <Sorry>{last.error}</Sorry> : null}
      {done ? <Result fix={done} onFixed={onFixed} /> : null}
      {!done && wish.length > 0 ? (
        <Offer
          words={[trim?.sentence, fixWords(wish)].filter(Boolean).join(" ")}
          label={trim ? t("Cut and fix it") : t("Fix it")}
          busy={mend.isPending}
          onClick={start}
        />
      ) : null}
    </div>
  )
}

function isSame(done: MediaFix, fixes: MediaFix["fixes"], limit: number | null): boolean {
  return done.longest_ms === limit && done.fixes.toSorted().join() === fixes.toSorted().join()
}

/** Once a fixed file is there, lists show it; and it is taken where it was asked for. */
function useArrival(done: MediaFix | undefined, take: ((mediaId: string) => void) | undefined): void {
  const client = useQueryClient()
  const resultId = done?.result_id
  useEffect(() => {
    if (resultId) void client.invalidateQueries({ queryKey: mediaQueries.lists })
  }, [resultId, client])
  useEffect(() => {
    if (resultId) take?.(resultId)
  }, [resultId, take])
}

type OfferProps = { words: string; label: string; busy: boolean; onClick: () => void }

function Offer({ words, label, busy, onClick }: OfferProps) {
  return (
    <div className="grid justify-items-start gap-1.5">
      <p className="text-12 text-muted">{words}</p>
      <Button size="small" disabled={busy} onClick={onClick}>
        {label}
      </Button>
    </div>
  )
}

function Running({ fix }: { fix: MediaFix }) {
  const cancel = useCancelFix(fix.media_id)
  const words =
    fix.state === "pending"
      ? t("Waiting for a free worker…")
      : t("Converting, {progress} %", { progress: fix.progress })
  return (
    <div className="grid gap-1">
      <div className="flex items-center justify-between gap-2">
        <span className="tabular text-12 text-bronze" role="status">
          {words}
        </span>
        <Button kind="quiet" size="small" disabled={cancel.isPending} onClick={() => cancel.mutate(fix.id)}>
          {t("Cancel")}
        </Button>
      </div>
      <Progress value={fix.progress} max={100} label={t("Conversion")} />
    </div>
  )
}

function Result({ fix, onFixed }: { fix: MediaFix; onFixed: FixPanelProps["onFixed"] }) {
  const { result_id, result_name } = fix
  if (!result_id) return null
  if (onFixed)
    return (
      <Offer
        words={t("The fixed file is here already: {name}.", { name: result_name ?? "" })}
        label={t("Use the fixed file")}
        busy={false}
        onClick={() => onFixed(result_id)}
      />
    )
  return (
    <p>
      {rich(t("Fixed: <link>{name}</link>", { name: result_name ?? "" }), {
        link: (name) => <AppLink href={`/library/${result_id}`}>{name}</AppLink>,
      })}
    </p>
  )
}

function Sorry({ children }: { children: string }) {
  return (
    <p role="alert" className="text-failed">
      {children}
    </p>
  )
}
