import type { ReactNode } from "react"
import { Frame } from "@/components/frame/frame"
import { Bell } from "@/features/notifications/components/bell"
import { SessionGate } from "@/features/users/components/session-gate"
import { WorkspaceName } from "@/features/users/components/workspace-name"
import { requireSession } from "@/lib/session/current"
import { Keyboard } from "./keyboard/keyboard"
import { PausePanel } from "./pause-panel"

export default async function AppLayout({ children }: { children: ReactNode }) {
  await requireSession()
  return (
    <Frame workspace={<WorkspaceName />} bell={<Bell />} find={<Keyboard />}>
      {children}
      <PausePanel />
      <SessionGate />
    </Frame>
  )
}
