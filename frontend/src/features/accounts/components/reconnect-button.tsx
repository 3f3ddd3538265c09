"use client"

import { Button } from "@/components/ui/button"
import { say } from "@/components/ui/toaster"
import { sentenceOf } from "@/lib/api/api-error"
import type { Account } from "@/lib/api/types"
import { t } from "@/lib/i18n"
import { useConnectAccount } from "../api/account-queries"
import { handleOf } from "../handle"

type ReconnectButtonProps = { account: Pick<Account, "id" | "username" | "nickname"> }

/** Asks TikTok for the permission again, for an account whose own has run out. */
export function ReconnectButton({ account }: ReconnectButtonProps) {
  const connect = useConnectAccount()
  return (
    <Button
      size="small"
      aria-label={t("Reconnect {handle}", { handle: handleOf(account) })}
      disabled={connect.isPending || connect.isSuccess}
      onClick={() =>
        connect.mutate({ account_id: account.id }, { onError: (error) => say(sentenceOf(error)) })
      }
    >
      {t("Reconnect")}
    </Button>
  )
}
