import type { Metadata } from "next"
import { t } from "@/lib/i18n"
import { ComparePanel } from "./compare-panel"

export function generateMetadata(): Metadata {
  return { title: t("Compare accounts") }
}

export default function ComparePage() {
  return <ComparePanel />
}
