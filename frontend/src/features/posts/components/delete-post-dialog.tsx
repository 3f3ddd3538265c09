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
      {[consequence(post), ofFiles(post), t("You can undo this for 10 minutes.")].filter(Boolean).join(" ")}
    </ConfirmDialog>
  )
}

/** What deleting does on TikTok. */
function consequence({ publications }: Post): string {
  const scheduled = publications.filter(({ state }) => state === "scheduled").length
  if (scheduled > 0) return t("It will not go out on {accounts}.", { accounts: plural(scheduled, "account") })
  const isOut = publications.some(({ state }) => state === "published")
  return isOut ? t("It leaves this list. What is on TikTok stays there.") : t("It leaves this list.")
}

/** What becomes of its files; nothing for a draft without any. */
function ofFiles({ kind, media }: Post): string {
  if (media.length === 0) return ""
  if (kind === "video") return t("The video stays in the library.")
  return media.length === 1 ? t("The photo stays in the library.") : t("The photos stay in the library.")
}
