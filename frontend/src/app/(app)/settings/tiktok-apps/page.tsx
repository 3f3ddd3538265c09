import type { Metadata } from "next"
import { AppsPanel } from "./apps-panel"

export const metadata: Metadata = { title: "TikTok apps" }

export default function TikTokAppsPage() {
  return <AppsPanel />
}
