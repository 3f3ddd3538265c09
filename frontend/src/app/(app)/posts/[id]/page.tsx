import type { Metadata } from "next"
import { idFrom } from "@/lib/ids"
import { PostPanel } from "./post-panel"

export const metadata: Metadata = { title: "Post" }

export default async function PostPage({ params }: PageProps<"/posts/[id]">) {
  const id = idFrom((await params).id)
  return <PostPanel postId={id} />
}
