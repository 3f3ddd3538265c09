import type { Metadata } from "next"
import { Preloaded } from "@/components/frame/preloaded"
import { notificationQueries } from "@/features/notifications/api/notification-queries"
import { t } from "@/lib/i18n"
import { preload } from "@/lib/session/preload"
import { NotificationsPanel } from "./notifications-panel"

export function generateMetadata(): Metadata {
  return { title: t("Notifications") }
}

export default async function NotificationsPage() {
  return (
    <Preloaded answers={await preload(notificationQueries.list())}>
      <NotificationsPanel />
    </Preloaded>
  )
}
