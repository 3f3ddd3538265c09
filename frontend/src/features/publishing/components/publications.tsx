"use client"

import { useQuery } from "@tanstack/react-query"
import type { ReactNode } from "react"
import { Failed } from "@/components/ui/failed"
import { Skeleton } from "@/components/ui/skeleton"
import type { PublicationDetail } from "@/lib/api/types"
import { t } from "@/lib/i18n"
import { publicationQueries } from "../api/publication-queries"
import { canEditPost } from "../story"
import { PostActions } from "./post-actions"
import { PublicationCard } from "./publication-card"
import type { RenderReconnect } from "./remedy-button"

type PublicationsProps = {
  postId: string
  zone: string
  reconnect: RenderReconnect
  /** The way to what came of one that is out; it belongs to another feature. */
  figures?: (publication: PublicationDetail) => ReactNode
}

/** What became of a post on each of its accounts. */
export function Publications({ postId, zone, reconnect, figures }: PublicationsProps) {
  const publications = useQuery(publicationQueries.ofPost(postId))
  if (publications.isPending) return <Skeleton className="h-48 w-full" />
  if (!publications.data) return <Failed error={publications.error} retry={() => publications.refetch()} />
  if (publications.data.length === 0)
    return <p className="text-muted">{t("No account is chosen for this post yet.")}</p>
  const doing = { zone, postId, canEdit: canEditPost(publications.data), reconnect }
  return (
    <div className="grid content-start gap-4">
      <PostActions postId={postId} publications={publications.data} />
      {publications.data.map((publication) => (
        <PublicationCard
          key={publication.id}
          publication={publication}
          figures={figures?.(publication)}
          {...doing}
        />
      ))}
    </div>
  )
}
