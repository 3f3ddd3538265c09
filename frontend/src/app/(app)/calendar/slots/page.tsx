import type { Metadata } from "next"
import { SlotsPanel } from "./slots-panel"

export const metadata: Metadata = { title: "Posting slots" }

export default function SlotsPage() {
  return <SlotsPanel />
}
