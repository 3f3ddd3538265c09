import type { Metadata } from "next"
import { NotificationsPanel } from "./notifications-panel"

export const metadata: Metadata = { title: "Notifications" }

export default function NotificationsPage() {
  return <NotificationsPanel />
}
