import type { Metadata } from "next"
import { Preloaded } from "@/components/frame/preloaded"
import { accountQueries } from "@/features/accounts/api/account-queries"
import { postQueries } from "@/features/posts/api/post-queries"
import { publicationQueries } from "@/features/publishing/api/publication-queries"
import { t } from "@/lib/i18n"
import { idFrom } from "@/lib/ids"
import { preload } from "@/lib/session/preload"
import { PostPanel } from "./post-panel"

export function generateMetadata(): Metadata {
  return { title: t("Post") }
}

export default async function PostPage({ params }: PageProps<"/posts/[id]">) {
  const id = idFrom((await params).id)
  const shown = [postQueries.detail(id), publicationQueries.ofPost(id), accountQueries.list()]
  return (
    <Preloaded answers={await preload(...shown)}>
      <PostPanel postId={id} />
    </Preloaded>
  )
}
