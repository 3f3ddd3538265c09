"use client"

import { useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { Button } from "@/components/ui/button"
import { Dialog } from "@/components/ui/dialog"
import { Notice } from "@/components/ui/notice"
import { Status } from "@/components/ui/status"
import { offerUndo } from "@/components/ui/undo"
import { sentenceOf } from "@/lib/api/api-error"
import type { Post, PostsDeletion } from "@/lib/api/types"
import { plural } from "@/lib/figures"
import { t } from "@/lib/i18n"
import { statusOfPost } from "@/lib/status"
import { restorePosts, useDeletePosts } from "../api/delete-queries"
import { PickPosts } from "./pick-posts"

type DeletePostsDialogProps = { posts: readonly Post[]; onClose: () => void }

/** Choose posts of the list and delete them together; said before is what will not go out. */
export function DeletePostsDialog({ posts, onClose }: DeletePostsDialogProps) {
  const client = useQueryClient()
  // Kept, so that the list does not change while it is looked at.
  const [shown] = useState(() => posts.filter(({ can_delete }) => can_delete))
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [key] = useState(() => crypto.randomUUID())
  const remove = useDeletePosts(key)
  const picked = shown.filter(({ id }) => chosen.has(id))

  function confirm() {
    remove.mutate([...chosen], {
      onSuccess: (done) => {
        if (done.deleted.length > 0) offerUndo(saidOf(done), () => restorePosts(client, done.deleted))
        if (done.kept.length === 0) onClose()
      },
    })
  }

  return (
    <Dialog
      title={t("Delete posts")}
      onClose={onClose}
      footer={
        remove.data ? (
          <Button onClick={onClose}>{t("Close")}</Button>
        ) : (
          <>
            <Button onClick={onClose}>{t("Keep them")}</Button>
            <Button kind="danger" disabled={picked.length === 0 || remove.isPending} onClick={confirm}>
              {remove.isPending
                ? t("Deleting…")
                : t("Delete {posts}", { posts: plural(picked.length, "post") })}
            </Button>
          </>
        )
      }
    >
      {remove.isError ? <Notice kind="failed">{sentenceOf(remove.error)}</Notice> : null}
      {remove.data ? (
        <Stays deletion={remove.data} />
      ) : (
        <>
          <PickPosts
            legend={t("Posts")}
            posts={shown}
            chosen={chosen}
            onChange={setChosen}
            aside={(post) => <Status of={statusOfPost(post)} />}
          />
          <p className="text-13 text-muted">{consequence(picked)}</p>
        </>
      )}
    </Dialog>
  )
}

function Stays({ deletion: { kept } }: { deletion: PostsDeletion }) {
  return (
    <section aria-label={t("Stays")} className="grid gap-2">
      <h3 className="text-14 font-strong">{plural(kept.length, "post stays", "posts stay")}</h3>
      <ul className="grid gap-2">
        {kept.map(({ post_id, caption, sentence }) => (
          <li key={post_id} className="grid">
            <span className="truncate">{caption.trim() || t("No caption")}</span>
            <span className="text-12 text-muted">{sentence}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function consequence(posts: readonly Post[]): string {
  const scheduled = posts.filter(({ status }) => status === "scheduled").length
  const out = posts.some(({ publications }) => publications.some(({ state }) => state === "published"))
  return [
    scheduled > 0
      ? plural(scheduled, "scheduled post will not go out.", "scheduled posts will not go out.")
      : "",
    out ? t("What is on TikTok stays there.") : "",
    t("Files stay in the library. You can undo this for 10 minutes."),
  ]
    .filter(Boolean)
    .join(" ")
}

function saidOf({ deleted, kept }: PostsDeletion): string {
  const gone = plural(deleted.length, "post is deleted.", "posts are deleted.")
  return kept.length > 0 ? `${gone} ${plural(kept.length, "post stays.", "posts stay.")}` : gone
}
