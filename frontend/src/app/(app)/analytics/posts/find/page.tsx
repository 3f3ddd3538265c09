import type { Metadata } from "next"
import { FindPost } from "@/features/analytics/post/find-post"

export const metadata: Metadata = { title: "Figures of a post" }

export default function FindPostPage() {
  return <FindPost />
}
