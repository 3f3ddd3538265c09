"use client"

import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { AppLink } from "@/components/ui/app-link"
import { Button } from "@/components/ui/button"
import { Dialog } from "@/components/ui/dialog"
import { Failed } from "@/components/ui/failed"
import { Notice } from "@/components/ui/notice"
import { Skeleton } from "@/components/ui/skeleton"
import { sentenceOf } from "@/lib/api/api-error"
import type { MediaDeletion } from "@/lib/api/types"
import { exactCount, plural } from "@/lib/figures"
import { t } from "@/lib/i18n"
import { libraryQueries, useDeleteMany } from "../api/library-queries"
import { offerUndo } from "./bin"
import { HolderLine } from "./holder-line"

const NAMED = 5

type DeleteDialogProps = { ids: string[]; onClose: () => void; onDone?: () => void }

/** Say exactly which files go and which stay because posts need them, then delete those that can go. */
export function DeleteDialog({ ids, onClose, onDone }: DeleteDialogProps) {
  const [key] = useState(() => crypto.randomUUID())
  const preview = useQuery(libraryQueries.deletion(ids))
  const remove = useDeleteMany(key)
  const going = preview.data?.deleted ?? []

  function confirm() {
    remove.mutate(ids, {
      onSuccess: (done) => {
        onClose()
        onDone?.()
        if (done.deleted.length > 0)
          offerUndo({ ids: done.deleted.map(({ id }) => id), sentence: saidOf(done) })
      },
    })
  }

  return (
    <Dialog
      title={going.length > 0 || !preview.data ? t("Delete files?") : t("Nothing can be deleted")}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{going.length > 0 ? t("Keep everything") : t("Close")}</Button>
          {going.length > 0 ? (
            <Button kind="danger" disabled={remove.isPending} onClick={confirm}>
              {remove.isPending
                ? t("Deleting…")
                : t("Delete {files}", { files: plural(going.length, "file") })}
            </Button>
          ) : null}
        </>
      }
    >
      {preview.isPending ? <Skeleton className="h-24 w-full" /> : null}
      {preview.isError ? <Failed error={preview.error} retry={() => preview.refetch()} /> : null}
      {preview.data ? <Outcome deletion={preview.data} /> : null}
      {remove.isError ? <Notice kind="failed">{sentenceOf(remove.error)}</Notice> : null}
    </Dialog>
  )
}

function Outcome({ deletion: { deleted, kept } }: { deletion: MediaDeletion }) {
  return (
    <>
      {deleted.length > 0 ? (
        <p>
          {deleted.length === 1
            ? t("{name} leaves this server. What is already on TikTok stays there.", {
                name: namesOf(deleted),
              })
            : t("{names} leave this server. What is already on TikTok stays there.", {
                names: namesOf(deleted),
              })}
        </p>
      ) : null}
      {kept.length > 0 ? (
        <section aria-label={t("Stays")} className="grid gap-2">
          <h3 className="text-14 font-strong">
            {kept.length === 1
              ? t("1 file stays, because posts need it")
              : t("{count} files stay, because posts need them", { count: exactCount(kept.length) })}
          </h3>
          <ul className="grid max-h-[40dvh] gap-3 overflow-y-auto">
            {kept.map((file) => (
              <li key={file.id} className="grid grid-cols-[minmax(0,1fr)] gap-1">
                <AppLink href={`/library/${file.id}`} className="truncate">
                  {file.file_name}
                </AppLink>
                {file.posts.map((post) => (
                  <HolderLine key={post.id} post={post} />
                ))}
                {file.post_count > file.posts.length ? (
                  <span className="text-12 text-muted">
                    {t("and {posts}", {
                      posts: plural(file.post_count - file.posts.length, "more post"),
                    })}
                  </span>
                ) : null}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {deleted.length + kept.length === 0 ? <p>{t("These files are gone already.")}</p> : null}
    </>
  )
}

function namesOf(files: readonly { file_name: string }[]): string {
  const names = files.slice(0, NAMED).map(({ file_name }) => file_name)
  const more = files.length - names.length
  const all = more > 0 ? [...names, plural(more, "more file")] : names
  const last = all.at(-1) ?? ""
  return all.length > 1 ? t("{names} and {last}", { names: all.slice(0, -1).join(", "), last }) : last
}

function saidOf({ deleted, kept }: MediaDeletion): string {
  const gone =
    deleted.length === 1
      ? t("{name} is deleted.", { name: namesOf(deleted) })
      : t("{count} files are deleted.", { count: deleted.length })
  if (kept.length === 0) return gone
  const stays =
    kept.length === 1
      ? t("1 file stays: posts need it.")
      : t("{count} files stay: posts need them.", { count: kept.length })
  return `${gone} ${stays}`
}
