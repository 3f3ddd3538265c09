import type { Metadata } from "next"
import { t } from "@/lib/i18n"
import { idFrom } from "@/lib/ids"
import { PostPanel } from "./post-panel"

export function generateMetadata(): Metadata {
  return { title: t("Figures of a post") }
}

export default async function PostFiguresPage({ params }: PageProps<"/analytics/posts/[id]">) {
  const id = idFrom((await params).id)
  return <PostPanel videoId={id} />
}
