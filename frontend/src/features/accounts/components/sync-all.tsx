"use client"

import { RefreshCw } from "lucide-react"
import { Button } from "@/components/ui/button"
import { Progress } from "@/components/ui/progress"
import { say } from "@/components/ui/toaster"
import type { Account } from "@/lib/api/types"
import { plural } from "@/lib/figures"
import { t } from "@/lib/i18n"
import { type SyncedAll, useSyncAll } from "../api/use-sync-all"
import { handleOf } from "../handle"

const MOST_NAMED = 3

/** Ask TikTok for every connected account's names and counters, and say how far that is. */
export function SyncAll({ accounts }: { accounts: readonly Account[] }) {
  const connected = accounts.filter(({ status }) => status === "connected")
  const { progress, start } = useSyncAll((ended) => say(wordsOf(ended)))
  if (connected.length < 2) return null
  if (!progress) {
    return (
      <Button onClick={() => start(connected)}>
        <RefreshCw aria-hidden className="size-4" />
        {t("Sync all")}
      </Button>
    )
  }
  return (
    <span role="status" className="grid min-h-9 w-36 content-center gap-1 text-13 text-muted">
      <span className="tabular">
        {t("Synced {done} of {total}", { done: progress.done, total: progress.total })}
      </span>
      <Progress label={t("Syncing all accounts")} value={progress.done} max={progress.total} />
    </span>
  )
}

function wordsOf({ total, failed }: SyncedAll): string {
  if (failed.length === 0)
    return t("{accounts} up to date.", { accounts: plural(total, "account is", "accounts are") })
  const named = failed.slice(0, MOST_NAMED).map(handleOf).join(", ")
  const values = { done: total - failed.length, accounts: plural(total, "account"), named }
  return failed.length > MOST_NAMED
    ? t("{done} of {accounts} are up to date; TikTok did not answer for {named} and {count} more.", {
        ...values,
        count: failed.length - MOST_NAMED,
      })
    : t("{done} of {accounts} are up to date; TikTok did not answer for {named}.", values)
}
