import type { Metadata } from "next"
import { t } from "@/lib/i18n"
import { NotificationsPanel } from "./notifications-panel"

export function generateMetadata(): Metadata {
  return { title: t("Notifications") }
}

export default function NotificationsPage() {
  return <NotificationsPanel />
}
