import type { Metadata } from "next"
import { MailChoices } from "@/features/notifications/components/mail-choices"
import { SettingsScreen } from "@/features/users/components/settings-screen"
import { t } from "@/lib/i18n"
import { ReportsPanel, RetentionPanel } from "./figures-panels"
import { PublishingPanel } from "./publishing-panel"

export function generateMetadata(): Metadata {
  return { title: t("Settings") }
}

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
