"use client"

import { useState } from "react"
import { Button } from "@/components/ui/button"
import { Field, Input } from "@/components/ui/field"
import { Notice } from "@/components/ui/notice"
import { ApiError, sentenceOf } from "@/lib/api/api-error"
import type { TikTokApp } from "@/lib/api/types"
import { dayAndTime } from "@/lib/dates"
import { t } from "@/lib/i18n"
import { useCheckPull, useSetPullPrefix } from "../api/app-queries"

type PullPrefixProps = { app: TikTokApp; canChange: boolean; zone: string }

/** Where TikTok fetches photos from: it takes them in no other way, and only from an address verified for the app. */
export function PullPrefix({ app, canChange, zone }: PullPrefixProps) {
  const [prefix, setPrefix] = useState(app.pull_prefix)
  const save = useSetPullPrefix(app.id)
  const check = useCheckPull(app.id)
  const changed = prefix.trim() !== app.pull_prefix
  const busy = save.isPending || check.isPending
  const failure = save.error ?? check.error
  const fieldError = save.error instanceof ApiError ? save.error.fields[0]?.message : undefined

  function saveAndTest() {
    const test = () => check.mutate()
    if (!changed) return test()
    save.mutate(prefix, { onSuccess: (saved) => (saved.pull_prefix ? test() : undefined) })
  }

  return (
    <section
      aria-label={t("Photos of {name}", { name: app.name })}
      className="grid gap-2 border-line border-t pt-3"
    >
      <Field
        label={t("Address for photos")}
        hint={t(
          "TikTok fetches photos from this server, below an https address that you verify for the app in TikTok's developer portal, under URL properties.",
        )}
        error={fieldError}
      >
        {(wiring) => (
          <Input
            type="url"
            placeholder="https://carillon.example.com/"
            value={prefix}
            maxLength={200}
            readOnly={!canChange || app.is_own}
            onChange={(event) => setPrefix(event.target.value)}
            {...wiring}
          />
        )}
      </Field>
      <div className="flex flex-wrap items-center gap-2">
        {canChange ? (
          <Button size="small" disabled={busy || (!changed && !app.pull_prefix)} onClick={saveAndTest}>
            {busy ? t("Asking TikTok…") : changed ? t("Save and test") : t("Test the address")}
          </Button>
        ) : null}
        <span className="text-12 text-muted">{standing(app, zone)}</span>
      </div>
      {app.pull_problem ? <Notice kind="failed">{app.pull_problem}</Notice> : null}
      {failure && !fieldError ? <Notice kind="warning">{sentenceOf(failure)}</Notice> : null}
    </section>
  )
}

function standing({ pull_prefix, pull_checked_at, pull_problem, is_own }: TikTokApp, zone: string): string {
  if (!pull_prefix)
    return is_own ? t("Not set: TIKTOK_PULL_PREFIX. No photos until then.") : t("No photos until it is set.")
  if (!pull_checked_at) return t("Not tested yet")
  const moment = dayAndTime(pull_checked_at, zone)
  return pull_problem ? t("Tested {moment}", { moment }) : t("TikTok accepted it {moment}", { moment })
}
