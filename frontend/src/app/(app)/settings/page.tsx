import type { Metadata } from "next"
import { MailChoices } from "@/features/notifications/components/mail-choices"
import { PauseWorkspace } from "@/features/publishing/components/pause-workspace"
import { SettingsScreen } from "@/features/users/components/settings-screen"

export const metadata: Metadata = { title: "Settings" }

export default function SettingsPage() {
  return <SettingsScreen publishing={<PauseWorkspace />} mail={<MailChoices />} />
}
