"use client"

import { Plus } from "lucide-react"
import { Button } from "@/components/ui/button"
import { say } from "@/components/ui/toaster"
import { sentenceOf } from "@/lib/api/api-error"
import { useConnectAccount } from "../api/account-queries"

/** Leads to TikTok's own page, where the person chooses what Carillon may do. */
export function ConnectButton({ label = "Connect a TikTok account" }: { label?: string }) {
  const connect = useConnectAccount()
  const leaving = connect.isPending || connect.isSuccess
  return (
    <Button
      kind="primary"
      disabled={leaving}
      onClick={() => connect.mutate({}, { onError: (error) => say(sentenceOf(error)) })}
    >
      <Plus aria-hidden className="size-4" />
      {leaving ? "Going to TikTok…" : label}
    </Button>
  )
}
