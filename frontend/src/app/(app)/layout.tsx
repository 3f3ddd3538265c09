import type { ReactNode } from "react"
import { Frame } from "@/components/frame/frame"
import { Preloaded } from "@/components/frame/preloaded"
import { notificationQueries } from "@/features/notifications/api/notification-queries"
import { Bell } from "@/features/notifications/components/bell"
import { healthQueries } from "@/features/publishing/api/health-queries"
import { pauseQueries } from "@/features/publishing/api/pause-queries"
import { userQueries } from "@/features/users/api/user-queries"
import { SessionGate } from "@/features/users/components/session-gate"
import { WorkspaceName } from "@/features/users/components/workspace-name"
import { requireSession } from "@/lib/session/current"
import { preload } from "@/lib/session/preload"
import { Keyboard } from "./keyboard/keyboard"
import { PausePanel } from "./pause-panel"
import { Reviewer } from "./reviewer/reviewer"

/** What stands around every page, with what it shows: who is signed in, what is unread, what is paused. */
export default async function AppLayout({ children }: { children: ReactNode }) {
  await requireSession()
  const answers = await preload(
    userQueries.me(),
    notificationQueries.unread(),
    pauseQueries.list(),
    healthQueries.now(),
  )
  return (
    <Preloaded answers={answers}>
      <Frame workspace={<WorkspaceName />} bell={<Bell />} find={<Keyboard />}>
        {children}
        <PausePanel />
        <Reviewer />
        <SessionGate />
      </Frame>
    </Preloaded>
  )
}
