"use client"

import { useQuery } from "@tanstack/react-query"
import { ConfirmDialog } from "@/components/ui/confirm-dialog"
import { say } from "@/components/ui/toaster"
import type { Account, AccountPlans } from "@/lib/api/types"
import { plural } from "@/lib/figures"
import { t } from "@/lib/i18n"
import { accountQueries, useDisconnectAccount } from "../api/account-queries"
import { handleOf } from "../handle"
import { PlannedPosts } from "./planned-posts"

type DisconnectDialogProps = { account: Account; zone: string; onClose: () => void }

export function DisconnectDialog({ account, zone, onClose }: DisconnectDialogProps) {
  const disconnect = useDisconnectAccount()
  const plans = useQuery(accountQueries.plans(account.id)).data
  const handle = handleOf(account)

  function confirm() {
    disconnect.mutate(account.id, {
      onSuccess: ({ held_publications }) => {
        say(
          t("{handle} is disconnected. {scheduledPosts} held.", {
            handle,
            scheduledPosts: plural(held_publications, "scheduled post"),
          }),
        )
        onClose()
      },
    })
  }

  return (
    <ConfirmDialog
      title={t("Disconnect {handle}?", { handle })}
      words={{ keep: t("Keep it connected"), act: t("Disconnect"), acting: t("Disconnecting…") }}
      action={disconnect}
      onConfirm={confirm}
      onClose={onClose}
      below={plans ? <PlannedPosts plans={plans} zone={zone} /> : null}
    >
      {consequence(plans)} {t("Its history stays, and connecting it again lets what was held go on.")}
    </ConfirmDialog>
  )
}

function consequence(plans: AccountPlans | undefined): string {
  if (!plans) return t("Its scheduled posts will be held.")
  const { scheduled, on_its_way, series } = plans
  return [
    scheduled === 0
      ? t("No scheduled post is affected.")
      : t("{scheduledPosts} will be held.", { scheduledPosts: plural(scheduled, "scheduled post") }),
    on_its_way > 0
      ? t("{posts} TikTok already has may still go out.", { posts: plural(on_its_way, "post") })
      : "",
    series > 0 ? t("{series} can no longer post on it.", { series: plural(series, "series", "series") }) : "",
  ]
    .filter(Boolean)
    .join(" ")
}
