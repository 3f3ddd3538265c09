import type { Metadata } from "next"
import { PostsPanel } from "./posts-panel"

export const metadata: Metadata = { title: "Posts" }

export default function PostsPage() {
  return <PostsPanel />
}
