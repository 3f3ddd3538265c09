import type { Metadata } from "next"
import { MailChoices } from "@/features/notifications/components/mail-choices"
import { SettingsScreen } from "@/features/users/components/settings-screen"
import { ReportsPanel, RetentionPanel } from "./figures-panels"
import { PublishingPanel } from "./publishing-panel"

export const metadata: Metadata = { title: "Settings" }

export default function SettingsPage() {
  return (
    <SettingsScreen
      publishing={<PublishingPanel />}
      mail={<MailChoices />}
      reports={<ReportsPanel />}
      retention={<RetentionPanel />}
    />
  )
}
