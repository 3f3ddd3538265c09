import type { Metadata } from "next"
import { t } from "@/lib/i18n"
import { SlotsPanel } from "./slots-panel"

export function generateMetadata(): Metadata {
  return { title: t("Posting slots") }
}

export default function SlotsPage() {
  return <SlotsPanel />
}
