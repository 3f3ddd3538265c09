"use client"

import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { Button } from "@/components/ui/button"
import { Dialog } from "@/components/ui/dialog"
import { Failed } from "@/components/ui/failed"
import { NamedRow } from "@/components/ui/named-row"
import { Notice } from "@/components/ui/notice"
import { Skeleton } from "@/components/ui/skeleton"
import { sentenceOf } from "@/lib/api/api-error"
import type { HashtagGroup } from "@/lib/api/types"
import { t } from "@/lib/i18n"
import { hashtagQueries, useDeleteGroup, useSaveGroup } from "../api/hashtag-queries"
import { written } from "./find-groups"
import { GroupForm } from "./group-form"

type HashtagDialogProps = {
  /** Hashtags to begin a new group with; null shows the groups there are. */
  start: readonly string[] | null
  onClose: () => void
}

type Edited = { id: string | null; name: string; tags: readonly string[] }

/** The workspace's groups of hashtags: made, renamed, changed, deleted, and a deleted one brought back. */
export function HashtagDialog({ start, onClose }: HashtagDialogProps) {
  const [edited, setEdited] = useState<Edited | null>(start ? { id: null, name: "", tags: start } : null)
  const [deleted, setDeleted] = useState<HashtagGroup | null>(null)
  const groups = useQuery(hashtagQueries.list())
  const remove = useDeleteGroup()
  const restore = useSaveGroup()
  const error = remove.error ?? restore.error

  if (edited) {
    return (
      <Dialog title={edited.id ? t("Change the group") : t("New group of hashtags")} onClose={onClose}>
        <GroupForm
          key={edited.id}
          {...edited}
          onSaved={() => (start ? onClose() : setEdited(null))}
          onBack={() => (start ? onClose() : setEdited(null))}
        />
      </Dialog>
    )
  }
  return (
    <Dialog
      title={t("Saved hashtags")}
      onClose={onClose}
      footer={<Button onClick={() => setEdited({ id: null, name: "", tags: [] })}>{t("New group")}</Button>}
    >
      {deleted ? (
        <Notice
          action={
            <Button
              size="small"
              disabled={restore.isPending}
              onClick={() => restore.mutate({ ...deleted, id: null }, { onSuccess: () => setDeleted(null) })}
            >
              {t("Undo")}
            </Button>
          }
        >
          {t("Deleted “{name}”. Posts keep its hashtags.", { name: deleted.name })}
        </Notice>
      ) : null}
      {error ? <Notice kind="failed">{sentenceOf(error)}</Notice> : null}
      {groups.isPending ? <Skeleton className="h-24 w-full" /> : null}
      {groups.error ? <Failed error={groups.error} retry={() => groups.refetch()} /> : null}
      {groups.data?.length === 0 && !deleted ? (
        <p className="text-muted">{t("No group is saved yet. A group is put into a caption in one go.")}</p>
      ) : null}
      <ul className="grid max-h-80 gap-1 overflow-y-auto">
        {groups.data?.map((group) => (
          <NamedRow
            key={group.id}
            name={group.name}
            words={written(group)}
            isBusy={remove.isPending}
            onEdit={() => setEdited(group)}
            onDelete={() => remove.mutate(group, { onSuccess: () => setDeleted(group) })}
          />
        ))}
      </ul>
    </Dialog>
  )
}
