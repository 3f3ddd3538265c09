"use client"

import { useQueryClient } from "@tanstack/react-query"
import { useRouter } from "next/navigation"
import { ConfirmDialog } from "@/components/ui/confirm-dialog"
import { offerUndo } from "@/components/ui/undo"
import type { Post } from "@/lib/api/types"
import { plural } from "@/lib/figures"
import { t } from "@/lib/i18n"
import { restorePost, useDeletePost } from "../api/delete-queries"

export function DeletePostDialog({ post, onClose }: { post: Post; onClose: () => void }) {
  const router = useRouter()
  const client = useQueryClient()
  const remove = useDeletePost()

  function confirm() {
    remove.mutate(post.id, {
      onSuccess: () => {
        offerUndo(t("The post is deleted."), () => restorePost(client, post.id))
        router.push("/posts")
      },
    })
  }

  return (
    <ConfirmDialog
      title={t("Delete this post?")}
      words={{ keep: t("Keep it"), act: t("Delete"), acting: t("Deleting…") }}
      action={remove}
      onConfirm={confirm}
      onClose={onClose}
    >
      {consequence(post)} {t("You can undo this for 10 minutes.")}
    </ConfirmDialog>
  )
}

function consequence({ publications }: Post): string {
  const scheduled = publications.filter(({ state }) => state === "scheduled").length
  const published = publications.filter(({ state }) => state === "published").length
  if (scheduled > 0)
    return t("It will not go out on {accounts}. The video stays in the library.", {
      accounts: plural(scheduled, "account"),
    })
  if (published > 0)
    return t("It leaves this list. What is on TikTok stays there; the video stays in the library.")
  return t("The video stays in the library.")
}
