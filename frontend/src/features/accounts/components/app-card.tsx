"use client"

import dynamic from "next/dynamic"
import { useState } from "react"
import { Button } from "@/components/ui/button"
import { Switch } from "@/components/ui/choice"
import { Copyable } from "@/components/ui/copyable"
import { Notice } from "@/components/ui/notice"
import { Status } from "@/components/ui/status"
import { say } from "@/components/ui/toaster"
import { sentenceOf } from "@/lib/api/api-error"
import type { TikTokApp } from "@/lib/api/types"
import { dayAndTime } from "@/lib/dates"
import { plural } from "@/lib/figures"
import { t } from "@/lib/i18n"
import { useChangeApp, useTestApp } from "../api/app-queries"
import { appStatus, platformWord } from "../app-words"
import { permissionWord } from "../permissions"

const ChangeSecretForm = dynamic(
  () => import("./change-secret-form").then((module) => module.ChangeSecretForm),
  { ssr: false },
)
const RemoveAppDialog = dynamic(
  () => import("./remove-app-dialog").then((module) => module.RemoveAppDialog),
  { ssr: false },
)

const PullPrefix = dynamic(() => import("./pull-prefix").then((module) => module.PullPrefix))

type AppCardProps = { app: TikTokApp; canChange: boolean; zone: string }

/** One app: what TikTok allows it, how it is, and what can be done about it. */
export function AppCard({ app, canChange, zone }: AppCardProps) {
  return (
    <article aria-label={app.name} className="grid gap-3 rounded-outer border border-line bg-raised p-4">
      <header className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <div className="grid min-w-0">
          <h2 className="truncate text-14">{app.name}</h2>
          <Copyable label={t("Client key")} value={app.client_key} />
        </div>
        <Status of={appStatus(app)} className="text-13" />
      </header>
      <p className="text-13 text-muted">
        {t("{platform} app, {accounts} connected. It may: {permissions}.", {
          platform: platformWord(app.platform),
          accounts: plural(app.account_count, "account"),
          permissions: app.scopes.map(permissionWord).join(", "),
        })}
      </p>
      {app.audited ? null : (
        <p className="text-13">
          {t(
            "Until TikTok has audited it, this app can post only to private accounts, for only me, and for 5 creators in 24 h.",
          )}
        </p>
      )}
      {canChange && !app.is_own ? <Switches app={app} /> : null}
      {app.is_own ? (
        <p className="text-12 text-muted">
          {t("It comes from this server's environment. Whoever runs the server changes it there.")}
        </p>
      ) : null}
      {canChange ? <Actions app={app} zone={zone} /> : null}
      <PullPrefix app={app} canChange={canChange} zone={zone} />
    </article>
  )
}

function Switches({ app }: { app: TikTokApp }) {
  const change = useChangeApp(app.id)
  const save = (part: { audited?: boolean; is_enabled?: boolean }) =>
    change.mutate(part, { onError: (error) => say(sentenceOf(error)) })
  return (
    <div className="grid gap-1 border-line border-y py-2">
      <Switch
        label={t("Passed TikTok's audit")}
        reason={t("Say so only once TikTok has told you: it refuses public posts before.")}
        checked={app.audited}
        disabled={change.isPending}
        onChange={(event) => save({ audited: event.target.checked })}
      />
      <Switch
        label={t("In use")}
        reason={t("Off, the posts of its accounts are held, and those of no others.")}
        checked={app.is_enabled}
        disabled={change.isPending}
        onChange={(event) => save({ is_enabled: event.target.checked })}
      />
    </div>
  )
}

function Actions({ app, zone }: { app: TikTokApp; zone: string }) {
  const [open, setOpen] = useState<"secret" | "remove" | null>(null)
  const close = () => setOpen(null)
  const test = useTestApp(app.id)
  return (
    <>
      <div className="flex flex-wrap items-center gap-2">
        <Button size="small" disabled={test.isPending} onClick={() => test.mutate()}>
          {test.isPending ? t("Asking TikTok…") : t("Test key and secret")}
        </Button>
        {app.is_own ? null : (
          <>
            <Button kind="quiet" size="small" onClick={() => setOpen("secret")}>
              {t("Change the secret")}
            </Button>
            <Button kind="quiet" size="small" onClick={() => setOpen("remove")}>
              {t("Remove")}
            </Button>
          </>
        )}
        <span className="text-12 text-muted">
          {app.tested_at
            ? t("Tested {moment}", { moment: dayAndTime(app.tested_at, zone) })
            : t("Not tested yet")}
        </span>
      </div>
      {test.data ? <Notice kind={test.data.ok ? "good" : "failed"}>{test.data.message}</Notice> : null}
      {test.error ? <Notice kind="failed">{sentenceOf(test.error)}</Notice> : null}
      {open === "secret" ? <ChangeSecretForm app={app} onDone={close} /> : null}
      {open === "remove" ? <RemoveAppDialog app={app} onClose={close} /> : null}
    </>
  )
}
