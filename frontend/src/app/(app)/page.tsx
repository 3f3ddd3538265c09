import type { Metadata } from "next"
import { Preloaded } from "@/components/frame/preloaded"
import { accountQueries } from "@/features/accounts/api/account-queries"
import { healthQueries } from "@/features/accounts/api/health-queries"
import { analyticsQueries } from "@/features/analytics/api/analytics-queries"
import { GLANCED } from "@/features/analytics/range"
import { homeQueries } from "@/features/posts/api/home-queries"
import { t } from "@/lib/i18n"
import { preload } from "@/lib/session/preload"
import { HomePanel } from "./home-panel"

export function generateMetadata(): Metadata {
  return { title: t("Home") }
}

/** The first page comes with its data; from then on it is kept up to date by live events. */
export default async function HomePage() {
  const answers = await preload(
    homeQueries.show(),
    accountQueries.list(),
    healthQueries.tiktok(),
    analyticsQueries.dashboard(GLANCED),
  )
  return (
    <Preloaded answers={answers}>
      <HomePanel />
    </Preloaded>
  )
}
