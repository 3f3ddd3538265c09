"use client"

import { useRouter, useSearchParams } from "next/navigation"
import { useEffect, useRef } from "react"
import { ButtonLink } from "@/components/ui/button-link"
import { Notice } from "@/components/ui/notice"
import { say } from "@/components/ui/toaster"
import { ApiError, sentenceOf } from "@/lib/api/api-error"
import { t } from "@/lib/i18n"
import { type CallbackQuery, useFinishConnecting } from "../api/account-queries"
import { handleOf } from "../handle"
import { ConnectButton } from "./connect-button"

/** Where TikTok sends the person back to: hands its answer to the API, once. */
export function ConnectCallback() {
  const params = useSearchParams()
  const router = useRouter()
  const finish = useFinishConnecting()
  const sent = useRef(false)

  useEffect(() => {
    if (sent.current) return
    sent.current = true
    finish.mutate(toQuery(params), {
      onSuccess: (account) => {
        say(t("{handle} is connected.", { handle: handleOf(account) }))
        router.replace("/accounts")
      },
    })
  }, [finish, params, router])

  if (!finish.isError) return <p role="status">{t("Finishing the connection with TikTok…")}</p>
  return (
    <div className="grid max-w-form gap-4">
      <Notice kind="failed">
        <p>{sentenceOf(finish.error)}</p>
        {finish.error instanceof ApiError ? <p className="text-12 text-muted">{finish.error.code}</p> : null}
      </Notice>
      <div className="flex flex-wrap gap-2">
        <ConnectButton label={t("Try again")} />
        <ButtonLink href="/accounts">{t("Back to accounts")}</ButtonLink>
      </div>
    </div>
  )
}

function toQuery(params: URLSearchParams): CallbackQuery {
  const { state = "", ...rest } = Object.fromEntries(params) as Partial<CallbackQuery>
  const { code, scopes, error, error_description, error_type } = rest
  return { state, code, scopes, error, error_description, error_type }
}
