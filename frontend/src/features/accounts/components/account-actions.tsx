"use client"

import { Group, RefreshCw, Unplug } from "lucide-react"
import dynamic from "next/dynamic"
import { useState } from "react"
import { Button } from "@/components/ui/button"
import { say } from "@/components/ui/toaster"
import { sentenceOf } from "@/lib/api/api-error"
import type { Account } from "@/lib/api/types"
import { cn } from "@/lib/cn"
import { t } from "@/lib/i18n"
import { useSyncAccount } from "../api/account-queries"
import { handleOf } from "../handle"
import { PauseButton } from "./pause-button"
import { PostModeSelect } from "./post-mode-select"
import { ReconnectButton } from "./reconnect-button"

const DisconnectDialog = dynamic(
  () => import("./disconnect-dialog").then((module) => module.DisconnectDialog),
  {
    ssr: false,
  },
)

const GroupsOfAccountDialog = dynamic(
  () => import("../groups/groups-of-account-dialog").then((module) => module.GroupsOfAccountDialog),
  { ssr: false },
)

type AccountActionsProps = { account: Account; zone: string }

/** What is done with one account: paused, put into groups, synced, disconnected. */
export function AccountActions({ account, zone }: AccountActionsProps) {
  const [asking, setAsking] = useState<"groups" | "disconnect" | null>(null)
  const stopAsking = () => setAsking(null)
  const sync = useSyncAccount()
  const handle = handleOf(account)
  if (account.status === "disconnected") return null
  return (
    <span className="flex flex-wrap items-center justify-end gap-1 tablet:flex-nowrap">
      {account.status === "reconnect_required" ? <ReconnectButton account={account} /> : null}
      <PauseButton account={account} zone={zone} />
      <PostModeSelect account={account} />
      <Button
        kind="quiet"
        size="small"
        aria-label={t("Groups of {handle}", { handle })}
        title={t("Groups")}
        onClick={() => setAsking("groups")}
      >
        <Group aria-hidden className="size-4" />
      </Button>
      <Button
        kind="quiet"
        size="small"
        aria-label={t("Sync now: {handle}", { handle })}
        title={t("Sync now")}
        disabled={sync.isPending}
        onClick={() =>
          sync.mutate(account.id, {
            onSuccess: () => say(t("{handle} is up to date.", { handle })),
            onError: (error) => say(sentenceOf(error)),
          })
        }
      >
        <RefreshCw aria-hidden className={cn("size-4", sync.isPending && "animate-spin")} />
      </Button>
      <Button
        kind="quiet"
        size="small"
        aria-label={t("Disconnect {handle}", { handle })}
        title={t("Disconnect")}
        onClick={() => setAsking("disconnect")}
      >
        <Unplug aria-hidden className="size-4" />
        <span className="tablet:sr-only">{t("Disconnect")}</span>
      </Button>
      {asking === "groups" ? <GroupsOfAccountDialog account={account} onClose={stopAsking} /> : null}
      {asking === "disconnect" ? (
        <DisconnectDialog account={account} zone={zone} onClose={stopAsking} />
      ) : null}
    </span>
  )
}
