"use client"

import { useState } from "react"
import { Button } from "@/components/ui/button"
import { Checkbox } from "@/components/ui/choice"
import { Dialog } from "@/components/ui/dialog"
import { Notice } from "@/components/ui/notice"
import { say } from "@/components/ui/toaster"
import { sentenceOf } from "@/lib/api/api-error"
import type { MediaAsset } from "@/lib/api/types"
import { plural } from "@/lib/figures"
import { t } from "@/lib/i18n"
import { useChangeTags } from "../api/library-queries"
import { TagField } from "./tag-field"

type TagsDialogProps = { files: readonly MediaAsset[]; onClose: () => void }

/** Give many files tags, and take others off: all of it happens, or nothing. */
export function TagsDialog({ files, onClose }: TagsDialogProps) {
  const [add, setAdd] = useState<string[]>([])
  const [remove, setRemove] = useState<string[]>([])
  const change = useChangeTags()
  const save = () =>
    change.mutate(
      { ids: files.map(({ id }) => id), add, remove },
      {
        onSuccess: ({ changed }) => {
          say(
            changed.length > 0
              ? t("Tags of {files} changed.", { files: plural(changed.length, "file") })
              : t("The tags were so already."),
          )
          onClose()
        },
      },
    )
  return (
    <Dialog
      title={t("Tags of {files}", { files: plural(files.length, "file") })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t("Cancel")}</Button>
          <Button
            kind="primary"
            disabled={change.isPending || add.length + remove.length === 0}
            onClick={save}
          >
            {change.isPending ? t("Saving…") : t("Save tags")}
          </Button>
        </>
      }
    >
      <TagField label={t("Add")} tags={add} onChange={setAdd} />
      <Removable
        tags={countTags(files)}
        chosen={remove}
        onToggle={(tag) =>
          setRemove((now) => (now.includes(tag) ? now.filter((one) => one !== tag) : [...now, tag]))
        }
      />
      {change.isError ? <Notice kind="failed">{sentenceOf(change.error)}</Notice> : null}
    </Dialog>
  )
}

type RemovableProps = { tags: [string, number][]; chosen: string[]; onToggle: (tag: string) => void }

function Removable({ tags, chosen, onToggle }: RemovableProps) {
  if (tags.length === 0) return null
  return (
    <fieldset>
      <legend className="pb-1 text-13 font-strong">{t("Take off")}</legend>
      <div className="grid max-h-[30dvh] overflow-y-auto">
        {tags.map(([tag, count]) => (
          <Checkbox
            key={tag}
            label={t("{tag} (on {count})", { tag, count })}
            checked={chosen.includes(tag)}
            onChange={() => onToggle(tag)}
          />
        ))}
      </div>
    </fieldset>
  )
}

/** Return the tags these files have, each once however it is written, with how many of them have it. */
export function countTags(files: readonly Pick<MediaAsset, "tags">[]): [string, number][] {
  const counts = new Map<string, [string, number]>()
  for (const tag of files.flatMap(({ tags }) => tags)) {
    const [name, count] = counts.get(tag.toLowerCase()) ?? [tag, 0]
    counts.set(tag.toLowerCase(), [name, count + 1])
  }
  return [...counts.values()].toSorted((one, other) => other[1] - one[1])
}
