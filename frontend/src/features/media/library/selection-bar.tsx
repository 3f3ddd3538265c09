"use client"

import { Tag, Trash2, X } from "lucide-react"
import dynamic from "next/dynamic"
import { useState } from "react"
import { Button } from "@/components/ui/button"
import { plural } from "@/lib/figures"
import { t } from "@/lib/i18n"
import type { Selection } from "./use-selection"

const DeleteDialog = dynamic(() => import("./delete-dialog").then((module) => module.DeleteDialog), {
  ssr: false,
})
const TagsDialog = dynamic(() => import("./tags-dialog").then((module) => module.TagsDialog), { ssr: false })

type SelectionBarProps = { selection: Selection; shown: number; total: number | undefined }

/** How many files are chosen, and what can be done with all of them. It stays in sight while one scrolls. */
export function SelectionBar({ selection, shown, total }: SelectionBarProps) {
  const [asking, setAsking] = useState<"tags" | "delete" | null>(null)
  const { chosen } = selection
  const close = () => setAsking(null)
  const ids = chosen.map(({ id }) => id)
  return (
    <section
      aria-label={t("Selected files")}
      className="sticky top-2 z-10 mb-4 flex flex-wrap items-center gap-2 rounded-outer border border-line bg-raised px-3 py-2 shadow-float"
    >
      <p role="status" className="tabular mr-auto">
        {t("{files} selected", { files: plural(chosen.length, "file") })}
      </p>
      {chosen.length < shown ? (
        <Button kind="quiet" size="small" onClick={selection.all}>
          {total && total > shown
            ? t("Select the {shown} shown", { shown })
            : t("Select all {shown}", { shown })}
        </Button>
      ) : null}
      <Button size="small" onClick={() => setAsking("tags")}>
        <Tag aria-hidden className="size-4" />
        {t("Tags")}
      </Button>
      <Button size="small" onClick={() => setAsking("delete")}>
        <Trash2 aria-hidden className="size-4" />
        {t("Delete")}
      </Button>
      <Button kind="quiet" size="small" aria-label={t("Clear the selection")} onClick={selection.clear}>
        <X aria-hidden className="size-4" />
      </Button>
      {asking === "delete" ? <DeleteDialog ids={ids} onClose={close} onDone={selection.clear} /> : null}
      {asking === "tags" ? <TagsDialog files={chosen} onClose={close} /> : null}
    </section>
  )
}
