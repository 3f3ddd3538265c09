import type { Metadata } from "next"
import { AuditWalkPanel } from "./audit-walk-panel"

export const metadata: Metadata = { title: "TikTok's audit" }

export default function TikTokAuditPage() {
  return <AuditWalkPanel />
}
