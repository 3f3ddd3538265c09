import {
  Ban,
  CircleAlert,
  CircleCheck,
  CircleDashed,
  CircleX,
  Clock,
  ClockAlert,
  Inbox,
  LoaderCircle,
  Pause,
} from "lucide-react"
import type { GridCell, PublicationState } from "@/lib/api/types"
import { type Message, m } from "@/lib/i18n"
import { isInTheInbox, working } from "@/lib/status"

/** What the look of a cell hangs on. */
export type Marked = Pick<GridCell, "state" | "post_mode"> & Partial<Pick<GridCell, "finished_at">>

type Look = { icon: typeof Clock; colour: string }

const green = "bg-published/12 text-published"
const red = "bg-failed/12 text-failed"
const amber = "bg-needs-you/12 text-needs-you"
const grey = "bg-tint text-muted"
const moving: Look = { icon: LoaderCircle, colour: "bg-bronze/12 text-bronze" }

const looks: Record<PublicationState, Look> = {
  published: { icon: CircleCheck, colour: green },
  failed: { icon: CircleX, colour: red },
  needs_you: { icon: CircleAlert, colour: red },
  held: { icon: Pause, colour: amber },
  missed: { icon: ClockAlert, colour: amber },
  scheduled: { icon: Clock, colour: grey },
  draft: { icon: CircleDashed, colour: grey },
  cancelled: { icon: Ban, colour: grey },
  opening: moving,
  uploading: moving,
  committing: moving,
  submitted: moving,
}

/** How a cell looks: five colours to see what needs a person at a glance, and an icon of its own for every state. */
export function lookOf(cell: Marked): Look & { moves: boolean } {
  const look = looks[cell.state]
  return { ...look, icon: isInTheInbox(cell) ? Inbox : look.icon, moves: working.has(cell.state) }
}

/** The key below the grid, in the order in which things need a person. */
export const legend: readonly { state: PublicationState; word: Message; isDraft?: boolean }[] = [
  { state: "failed", word: m("failed") },
  { state: "needs_you", word: m("needs you") },
  { state: "held", word: m("held") },
  { state: "missed", word: m("missed") },
  { state: "submitted", word: m("on its way") },
  { state: "published", word: m("published") },
  { state: "published", word: m("in the inbox"), isDraft: true },
  { state: "scheduled", word: m("scheduled") },
  { state: "draft", word: m("draft") },
  { state: "cancelled", word: m("called off") },
]
