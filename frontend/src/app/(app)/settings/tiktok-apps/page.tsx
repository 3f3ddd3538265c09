import type { Metadata } from "next"
import { t } from "@/lib/i18n"
import { AppsPanel } from "./apps-panel"

export function generateMetadata(): Metadata {
  return { title: t("TikTok apps") }
}

export default function TikTokAppsPage() {
  return <AppsPanel />
}
