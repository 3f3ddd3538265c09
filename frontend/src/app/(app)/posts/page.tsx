import type { Metadata } from "next"
import { t } from "@/lib/i18n"
import { PostsPanel } from "./posts-panel"

export function generateMetadata(): Metadata {
  return { title: t("Posts") }
}

export default function PostsPage() {
  return <PostsPanel />
}
