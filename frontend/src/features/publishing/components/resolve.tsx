"use client"

import dynamic from "next/dynamic"
import { type FormEvent, useState } from "react"
import { Button } from "@/components/ui/button"
import { Field, Input } from "@/components/ui/field"
import { ApiError } from "@/lib/api/api-error"
import { t } from "@/lib/i18n"
import type { PublicationActions } from "../api/publication-queries"

const SendAgainDialog = dynamic(
  () => import("./send-again-dialog").then((module) => module.SendAgainDialog),
  { ssr: false },
)

/** A person looked at TikTok: the post is there, with its link if they have it; or it is not, and is sent again after a warning. */
export function Resolve({ actions }: { actions: PublicationActions }) {
  const [link, setLink] = useState("")
  const [asking, setAsking] = useState(false)
  const { settle, isPending } = actions
  const error = settle.error instanceof ApiError ? settle.error : null
  const wrong = error?.fields.find(({ field }) => field === "link")?.message

  function isThere(event: FormEvent) {
    event.preventDefault()
    settle.mutate({ is_there: true, link: link.trim(), confirmed: false })
  }

  return (
    <form className="grid gap-3" onSubmit={isThere} noValidate>
      <Field
        label={t("Link of the post, if it is there")}
        hint={t(
          "Open the post on TikTok and copy its address. It works without, but then Carillon cannot link to it.",
        )}
        error={wrong}
      >
        {(wiring) => (
          <Input
            {...wiring}
            type="url"
            inputMode="url"
            autoComplete="off"
            placeholder="https://www.tiktok.com/@name/video/…"
            value={link}
            onChange={(event) => setLink(event.target.value)}
          />
        )}
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" size="small" disabled={isPending}>
          {t("It is on TikTok")}
        </Button>
        <Button size="small" disabled={isPending} onClick={() => setAsking(true)}>
          {t("It is not there…")}
        </Button>
      </div>
      {asking ? <SendAgainDialog actions={actions} onClose={() => setAsking(false)} /> : null}
    </form>
  )
}
