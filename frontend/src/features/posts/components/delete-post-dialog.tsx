"use client"

import { useQueryClient } from "@tanstack/react-query"
import { useRouter } from "next/navigation"
import { ConfirmDialog } from "@/components/ui/confirm-dialog"
import { offerUndo } from "@/components/ui/undo"
import type { Post } from "@/lib/api/types"
import { plural } from "@/lib/figures"
import { restorePost, useDeletePost } from "../api/delete-queries"

export function DeletePostDialog({ post, onClose }: { post: Post; onClose: () => void }) {
  const router = useRouter()
  const client = useQueryClient()
  const remove = useDeletePost()

  function confirm() {
    remove.mutate(post.id, {
      onSuccess: () => {
        offerUndo("The post is deleted.", () => restorePost(client, post.id))
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
      {consequence(post)} You can undo this for 10 minutes.
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
