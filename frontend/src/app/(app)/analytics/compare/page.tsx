import type { Metadata } from "next"
import { ComparePanel } from "./compare-panel"

export const metadata: Metadata = { title: "Compare accounts" }

export default function ComparePage() {
  return <ComparePanel />
}
