"use client"

import { useRouter } from "next/navigation"
import { Button } from "@/components/ui/button"
import { say } from "@/components/ui/toaster"
import { sentenceOf } from "@/lib/api/api-error"
import type { Post } from "@/lib/api/types"
import { t } from "@/lib/i18n"
import { useSavePost } from "../api/post-queries"

type DuplicatePostProps = { post: Post; zone: string; canPost: (accountId: string) => boolean }

/** Begin another post with what this one has. */
export function DuplicatePost({ post, zone, canPost }: DuplicatePostProps) {
  const router = useRouter()
  const save = useSavePost()
  async function duplicate() {
    const { copyOf } = await import("../duplicate")
    const key = crypto.randomUUID()
    save.mutate(
      { id: null, key, ...copyOf(post, zone, canPost) },
      {
        onSuccess: ({ id }) => {
          say(
            t(
              "A copy is saved as a draft. Who can see it is to be chosen anew: TikTok asks for that each time.",
            ),
          )
          router.push(`/posts/${id}/edit`)
        },
        onError: (error) => say(`${sentenceOf(error)} ${t("Nothing was copied.")}`),
      },
    )
  }
  return (
    <Button onClick={duplicate} disabled={save.isPending}>
      {t("Duplicate")}
    </Button>
  )
}
