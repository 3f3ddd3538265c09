"use client"

import { Pencil } from "lucide-react"
import { type FormEvent, useState } from "react"
import { Button } from "@/components/ui/button"
import { FieldError, Input } from "@/components/ui/field"
import { sentenceOf } from "@/lib/api/api-error"
import type { MediaAsset } from "@/lib/api/types"
import { t } from "@/lib/i18n"
import { useRename } from "../api/library-queries"

/** A file's name, and another one for it. */
export function FileName({ file }: { file: MediaAsset }) {
  const rename = useRename(file.id)
  const [name, setName] = useState<string | null>(null)
  if (name === null) {
    return (
      <div className="flex items-start justify-between gap-2">
        <h2 className="min-w-0 break-words text-16">{file.file_name}</h2>
        <Button
          kind="quiet"
          size="small"
          aria-label={t("Rename {name}", { name: file.file_name })}
          title={t("Rename")}
          onClick={() => setName(file.file_name)}
        >
          <Pencil aria-hidden className="size-4" />
        </Button>
      </div>
    )
  }
  function save(event: FormEvent) {
    event.preventDefault()
    if (name?.trim() === file.file_name) setName(null)
    else rename.mutate(name ?? "", { onSuccess: () => setName(null) })
  }
  return (
    <form className="grid gap-2" onSubmit={save}>
      <h2 className="sr-only">{file.file_name}</h2>
      <Input
        aria-label={t("File name")}
        autoFocus
        maxLength={255}
        value={name}
        onChange={({ target }) => setName(target.value)}
        onKeyDown={({ key }) => (key === "Escape" ? setName(null) : undefined)}
      />
      <FieldError>{rename.isError ? sentenceOf(rename.error) : null}</FieldError>
      <div className="flex gap-2">
        <Button type="submit" kind="primary" size="small" disabled={rename.isPending || !name.trim()}>
          {rename.isPending ? t("Renaming…") : t("Rename")}
        </Button>
        <Button size="small" onClick={() => setName(null)}>
          {t("Cancel")}
        </Button>
      </div>
    </form>
  )
}
