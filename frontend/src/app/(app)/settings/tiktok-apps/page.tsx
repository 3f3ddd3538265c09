import type { Metadata } from "next"
import { Preloaded } from "@/components/frame/preloaded"
import { appQueries } from "@/features/accounts/api/app-queries"
import { t } from "@/lib/i18n"
import { preload } from "@/lib/session/preload"
import { AppsPanel } from "./apps-panel"

export function generateMetadata(): Metadata {
  return { title: t("TikTok apps") }
}

export default async function TikTokAppsPage() {
  return (
    <Preloaded answers={await preload(appQueries.list())}>
      <AppsPanel />
    </Preloaded>
  )
}
