import type { Metadata } from "next"
import { t } from "@/lib/i18n"
import { AuditWalkPanel } from "./audit-walk-panel"

export function generateMetadata(): Metadata {
  return { title: t("TikTok's audit") }
}

export default function TikTokAuditPage() {
  return <AuditWalkPanel />
}
