import type { Metadata } from "next"
import { t } from "@/lib/i18n"
import { AuditPanel } from "./audit-panel"

export function generateMetadata(): Metadata {
  return { title: t("Audit log") }
}

export default function AuditPage() {
  return <AuditPanel />
}
