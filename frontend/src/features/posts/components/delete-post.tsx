"use client"

import dynamic from "next/dynamic"
import { useState } from "react"
import { Button } from "@/components/ui/button"
import type { Post } from "@/lib/api/types"
import { t } from "@/lib/i18n"

const DeletePostDialog = dynamic(
  () => import("./delete-post-dialog").then((module) => module.DeletePostDialog),
  {
    ssr: false,
  },
)

export function DeletePost({ post }: { post: Post }) {
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t("Delete")}</Button>
      {asking ? <DeletePostDialog post={post} onClose={() => setAsking(false)} /> : null}
    </>
  )
}
