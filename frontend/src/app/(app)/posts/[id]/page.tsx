import type { Metadata } from "next"
import { PostPanel } from "./post-panel"

export const metadata: Metadata = { title: "Post" }

export default async function PostPage({ params }: PageProps<"/posts/[id]">) {
  const { id } = await params
  return <PostPanel postId={id} />
}
