"use client"

import { useQuery } from "@tanstack/react-query"
import { ButtonLink } from "@/components/ui/button-link"
import { accountQueries } from "@/features/accounts/api/account-queries"
import { ConnectButton } from "@/features/accounts/components/connect-button"
import { ReconnectList, useReconnects } from "@/features/accounts/components/reconnect-list"
import { TikTokGlance } from "@/features/accounts/components/tiktok-glance"
import { TikTokTrouble } from "@/features/accounts/components/tiktok-trouble"
import { GrowthGlance } from "@/features/analytics/dashboard/growth-glance"
import { DayOverview, NothingYet } from "@/features/posts/components/day-overview"
import { useTimeZone } from "@/features/users/api/user-queries"
import { t } from "@/lib/i18n"

/** Brings the day's posts and the accounts that wait for a person together. */
export function HomePanel() {
  const zone = useTimeZone()
  const reconnects = useReconnects() ?? []
  const hasAccounts = useQuery(accountQueries.list()).data?.items.length !== 0
  const first = hasAccounts ? (
    <ButtonLink href="/compose">{t("Compose a post")}</ButtonLink>
  ) : (
    <ConnectButton />
  )
  return (
    <>
      <TikTokTrouble zone={zone} />
      <DayOverview
        zone={zone}
        otherWaiting={<ReconnectList accounts={reconnects} />}
        otherWaitingCount={reconnects.length}
        firstSteps={<NothingYet action={first} />}
        aside={
          <aside aria-label={t("At a glance")} className="grid content-start gap-4">
            <GrowthGlance />
            <TikTokGlance />
          </aside>
        }
      />
    </>
  )
}
