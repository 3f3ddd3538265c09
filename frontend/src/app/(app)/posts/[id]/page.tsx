import type { Metadata } from "next"
import { t } from "@/lib/i18n"
import { idFrom } from "@/lib/ids"
import { PostPanel } from "./post-panel"

export function generateMetadata(): Metadata {
  return { title: t("Post") }
}

export default async function PostPage({ params }: PageProps<"/posts/[id]">) {
  const id = idFrom((await params).id)
  return <PostPanel postId={id} />
}
