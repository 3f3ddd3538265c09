import type { Metadata } from "next"
import { PauseWorkspace } from "@/features/publishing/components/pause-workspace"
import { SettingsScreen } from "@/features/users/components/settings-screen"

export const metadata: Metadata = { title: "Settings" }

export default function SettingsPage() {
  return <SettingsScreen publishing={<PauseWorkspace />} />
}
