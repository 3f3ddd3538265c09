import type { Metadata } from "next"
import { idFrom } from "@/lib/ids"
import { PostPanel } from "./post-panel"

export const metadata: Metadata = { title: "Figures of a post" }

export default async function PostFiguresPage({ params }: PageProps<"/analytics/posts/[id]">) {
  const id = idFrom((await params).id)
  return <PostPanel videoId={id} />
}
