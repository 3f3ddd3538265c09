"use client"

import dynamic from "next/dynamic"
import { useState } from "react"
import { Button } from "@/components/ui/button"
import type { Post } from "@/lib/api/types"
import { t } from "@/lib/i18n"

const DeletePostsDialog = dynamic(
  () => import("./delete-posts-dialog").then((module) => module.DeletePostsDialog),
  { ssr: false },
)

/** The way to delete several of the posts that are shown; one alone is deleted on its page. */
export function DeletePosts({ shown }: { shown: readonly Post[] }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      {shown.filter(({ can_delete }) => can_delete).length > 1 ? (
        <Button kind="quiet" size="small" onClick={() => setOpen(true)}>
          {t("Delete several…")}
        </Button>
      ) : null}
      {isOpen ? <DeletePostsDialog posts={shown} onClose={() => setOpen(false)} /> : null}
    </>
  )
}
