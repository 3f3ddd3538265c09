"use client"

import { NotificationsScreen } from "@/features/notifications/components/notifications-screen"
import { useTimeZone } from "@/features/users/api/user-queries"

export function NotificationsPanel() {
  return <NotificationsScreen zone={useTimeZone()} />
}
