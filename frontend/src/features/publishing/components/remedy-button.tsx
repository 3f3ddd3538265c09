"use client"

import { ExternalLink } from "lucide-react"
import type { ReactNode } from "react"
import { Button } from "@/components/ui/button"
import { ButtonLink } from "@/components/ui/button-link"
import type { Publication } from "@/lib/api/types"
import { t } from "@/lib/i18n"
import type { PublicationActions } from "../api/publication-queries"
import { remedyFor } from "../story"
import { Resolve } from "./resolve"

export type AccountRef = Publication["account"]
/** The page brings the button that asks TikTok for an account's permission again. */
export type RenderReconnect = (account: AccountRef) => ReactNode

export type RemedyProps = {
  publication: Pick<Publication, "id" | "state" | "remedy" | "tiktok_url"> & { account: AccountRef }
  postId: string
  canEdit: boolean
  actions: PublicationActions
  reconnect: RenderReconnect
}

/** The one button that makes sense for a publication as it stands; nothing where there is nothing to do. */
export function RemedyButton({ publication, postId, canEdit, actions, reconnect }: RemedyProps) {
  const { retry, cancel } = actions
  switch (remedyFor(publication, canEdit)) {
    case "retry":
      return (
        <Button size="small" disabled={actions.isPending} onClick={() => retry.mutate()}>
          {publication.state === "failed" ? t("Try again") : t("Send it now")}
        </Button>
      )
    case "cancel":
      return (
        <Button size="small" disabled={actions.isPending} onClick={() => cancel.mutate()}>
          {t("Call it off")}
        </Button>
      )
    case "resolve":
      return <Resolve actions={actions} />
    case "reconnect":
      return reconnect(publication.account)
    case "edit":
      return <Way href={`/posts/${postId}/edit`}>{t("Change the post")}</Way>
    case "reschedule":
      return <Way href={`/posts/${postId}/edit`}>{t("Choose a new time")}</Way>
    case "fix_app":
      return <Way href="/settings/tiktok-apps">{t("Set the TikTok app right")}</Way>
    case "resume":
      return <Way href="/accounts">{t("Go to the paused account")}</Way>
    case "open":
      return <AtTikTok url={publication.tiktok_url} />
    default:
      return null
  }
}

function Way({ href, children }: { href: string; children: ReactNode }) {
  return (
    <ButtonLink href={href} size="small" kind="plain">
      {children}
    </ButtonLink>
  )
}

function AtTikTok({ url }: { url: string | null }) {
  if (!url) return null
  return (
    <a
      href={url}
      target="_blank"
      rel="noreferrer"
      className="inline-flex items-center gap-1 justify-self-start text-13"
    >
      {t("See it on TikTok")} <ExternalLink aria-hidden className="size-3" />
    </a>
  )
}
