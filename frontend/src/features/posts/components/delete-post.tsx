"use client"

import dynamic from "next/dynamic"
import { useState } from "react"
import { Button } from "@/components/ui/button"
import type { Post } from "@/lib/api/types"

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
      <Button onClick={() => setAsking(true)}>Delete</Button>
      {asking ? <DeletePostDialog post={post} onClose={() => setAsking(false)} /> : null}
    </>
  )
}
