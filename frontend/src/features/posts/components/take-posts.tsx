"use client"

import { Download, FileUp } from "lucide-react"
import { Button } from "@/components/ui/button"
import { ButtonLink } from "@/components/ui/button-link"
import { say } from "@/components/ui/toaster"
import { sentenceOf } from "@/lib/api/api-error"
import { t } from "@/lib/i18n"
import type { PostsPlace } from "../address"
import { useTakePosts } from "../api/import-queries"

/** The way in for many posts at once. */
export function ImportLink() {
  return (
    <ButtonLink href="/posts/import">
      <FileUp aria-hidden className="size-4" />
      {t("Import")}
    </ButtonLink>
  )
}

/** Takes the posts along that the page's filter shows, all pages of them. */
export function TakePosts({ place: { status, q } }: { place: PostsPlace }) {
  const take = useTakePosts()
  return (
    <Button
      disabled={take.isPending}
      onClick={() =>
        take.mutate(
          { status, q },
          {
            onSuccess: (name) => say(t("{name} is among your downloads.", { name })),
            onError: (error) => say(sentenceOf(error)),
          },
        )
      }
    >
      <Download aria-hidden className="size-4" />
      {take.isPending ? t("Being made…") : t("Export")}
    </Button>
  )
}
