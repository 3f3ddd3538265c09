import type { Metadata } from "next"
import { PostPanel } from "./post-panel"

export const metadata: Metadata = { title: "Figures of a post" }

export default async function PostFiguresPage({ params }: PageProps<"/analytics/posts/[id]">) {
  const { id } = await params
  return <PostPanel videoId={id} />
}
