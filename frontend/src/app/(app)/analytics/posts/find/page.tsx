import type { Metadata } from "next"
import { FindPost } from "@/features/analytics/post/find-post"
import { t } from "@/lib/i18n"

export function generateMetadata(): Metadata {
  return { title: t("Figures of a post") }
}

export default function FindPostPage() {
  return <FindPost />
}
