"use client"

import dynamic from "next/dynamic"
import { Skeleton } from "@/components/ui/skeleton"
import { CreatorInfos } from "@/features/accounts/components/creator-infos"
import { useMe } from "@/features/users/api/user-queries"
import { knownZones } from "@/features/users/zones"
import { t } from "@/lib/i18n"

// The file of a reload is in this browser alone, so there is nothing to render before it.
const ImportScreen = dynamic(
  () => import("@/features/posts/import/import-screen").then((module) => module.ImportScreen),
  { ssr: false, loading: Waiting },
)

/** Hands the import what other features own: the person's zone, and what TikTok says of the accounts. */
export function ImportPanel() {
  const me = useMe()
  if (!me) return <Waiting />
  return (
    <ImportScreen
      zone={me.time_zone}
      zones={knownZones(me.time_zone)}
      renderCreators={(slot) => <CreatorInfos {...slot} />}
    />
  )
}

function Waiting() {
  return (
    <div role="status" aria-label={t("Loading the import")} className="grid max-w-(--form) gap-6">
      <Skeleton className="h-36 w-full" />
      <Skeleton className="h-9 w-64" />
    </div>
  )
}
