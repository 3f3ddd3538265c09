"use client"

import { useRouter } from "next/navigation"
import { Button } from "@/components/ui/button"
import { Dialog } from "@/components/ui/dialog"
import { Notice } from "@/components/ui/notice"
import { say } from "@/components/ui/toaster"
import { sentenceOf } from "@/lib/api/api-error"
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
    <Dialog
      title="Delete this post?"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Keep it</Button>
          <Button kind="danger" disabled={remove.isPending} onClick={confirm}>
            {remove.isPending ? "Deleting…" : "Delete"}
          </Button>
        </>
      }
    >
      <p>{consequence(post)}</p>
      {remove.error ? <Notice kind="failed">{sentenceOf(remove.error)}</Notice> : null}
    </Dialog>
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
