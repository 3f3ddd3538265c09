"use client"

import { useQuery } from "@tanstack/react-query"
import { Failed } from "@/components/ui/failed"
import { Skeleton } from "@/components/ui/skeleton"
import { t } from "@/lib/i18n"
import { retentionQuery } from "../api/retention-queries"
import { RetentionForm } from "./retention-form"
import { foreverWords, keptWords } from "./words"

/** For how long samples and hours are kept; for who runs the workspace, the others are told. */
export function RetentionSection({ mayChange }: { mayChange: boolean }) {
  const retention = useQuery(retentionQuery())
  if (retention.isPending) return <Skeleton className="h-72 w-full" />
  if (!retention.data) return <Failed error={retention.error} retry={() => retention.refetch()} />
  if (mayChange) return <RetentionForm retention={retention.data} />
  return (
    <p>
      {keptWords(retention.data)} {foreverWords(retention.data)}
      <span className="block text-13 text-muted">
        {t("The workspace's owners and admins can change this.")}
      </span>
    </p>
  )
}
