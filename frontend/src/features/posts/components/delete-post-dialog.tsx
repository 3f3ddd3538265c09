"use client"

import { useRouter } from "next/navigation"
import { ConfirmDialog } from "@/components/ui/confirm-dialog"
import { say } from "@/components/ui/toaster"
import type { Post } from "@/lib/api/types"
import { plural } from "@/lib/figures"
import { useDeletePost } from "../api/post-queries"

export function DeletePostDialog({ post, onClose }: { post: Post; onClose: () => void }) {
  const router = useRouter()
  const remove = useDeletePost()

  function confirm() {
    remove.mutate(post.id, {
      onSuccess: () => {
        say("The post is deleted.")
        router.push("/posts")
      },
    })
  }

  return (
    <ConfirmDialog
      title="Delete this post?"
      words={{ keep: "Keep it", act: "Delete", acting: "Deleting…" }}
      action={remove}
      onConfirm={confirm}
      onClose={onClose}
    >
      {consequence(post)}
    </ConfirmDialog>
  )
}

function consequence({ publications }: Post): string {
  const scheduled = publications.filter(({ state }) => state === "scheduled").length
  const published = publications.filter(({ state }) => state === "published").length
  if (scheduled > 0)
    return `It will not go out on ${plural(scheduled, "account")}. The video stays in the library.`
  if (published > 0)
    return "It leaves this list. What is on TikTok stays there; the video stays in the library."
  return "The video stays in the library."
}
