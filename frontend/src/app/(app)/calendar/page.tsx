import type { Metadata } from "next"
import { CalendarPanel } from "./calendar-panel"

export const metadata: Metadata = { title: "Calendar" }

export default function CalendarPage() {
  return <CalendarPanel />
}
