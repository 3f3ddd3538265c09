"use client"

import { useQueryClient } from "@tanstack/react-query"
import { Plus } from "lucide-react"
import dynamic from "next/dynamic"
import { useState } from "react"
import { Button } from "@/components/ui/button"
import { say } from "@/components/ui/toaster"
import { sentenceOf } from "@/lib/api/api-error"
import type { TikTokApp } from "@/lib/api/types"
import { t } from "@/lib/i18n"
import { useConnectAccount } from "../api/account-queries"
import { appQueries } from "../api/app-queries"
import { usableApps } from "../app-words"

const ChooseAppDialog = dynamic(
  () => import("./choose-app-dialog").then((module) => module.ChooseAppDialog),
  { ssr: false },
)

/** Leads to TikTok's own page, where the person chooses what Carillon may do; by which app is asked where there are several. */
export function ConnectButton({ label = t("Connect a TikTok account") }: { label?: string }) {
  const client = useQueryClient()
  const connect = useConnectAccount()
  const [choice, setChoice] = useState<readonly TikTokApp[] | null>(null)
  const [looking, setLooking] = useState(false)
  const leaving = looking || connect.isPending || connect.isSuccess
  const go = (appId?: string) =>
    connect.mutate({ app_id: appId }, { onError: (error) => say(sentenceOf(error)) })

  async function begin() {
    setLooking(true)
    try {
      const apps = usableApps((await client.fetchQuery(appQueries.list())).items)
      if (apps.length > 1) setChoice(apps)
      else go()
    } catch (error) {
      say(sentenceOf(error))
    } finally {
      setLooking(false)
    }
  }

  return (
    <>
      <Button kind="primary" disabled={leaving} onClick={begin}>
        <Plus aria-hidden className="size-4" />
        {leaving ? t("Going to TikTok…") : label}
      </Button>
      {choice ? (
        <ChooseAppDialog
          apps={choice}
          leaving={leaving}
          onChoose={({ id }) => go(id)}
          onClose={() => setChoice(null)}
        />
      ) : null}
    </>
  )
}
