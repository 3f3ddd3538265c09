"use client"

import { useQuery } from "@tanstack/react-query"
import { Failed } from "@/components/ui/failed"
import { Skeleton } from "@/components/ui/skeleton"
import { publicationQueries } from "../api/publication-queries"
import { PublicationCard } from "./publication-card"

/** What became of a post on each of its accounts. */
export function Publications({ postId, zone }: { postId: string; zone: string }) {
  const publications = useQuery(publicationQueries.ofPost(postId))
  if (publications.isPending) return <Skeleton className="h-48 w-full" />
  if (!publications.data) return <Failed error={publications.error} retry={() => publications.refetch()} />
  if (publications.data.length === 0)
    return <p className="text-muted">No account is chosen for this post yet.</p>
  return (
    <div className="grid gap-4">
      {publications.data.map((publication) => (
        <PublicationCard key={publication.id} publication={publication} zone={zone} />
      ))}
    </div>
  )
}
