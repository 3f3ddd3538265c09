import { AppLink } from "@/components/ui/app-link"
import { Status } from "@/components/ui/status"
import type { MediaHolder } from "@/lib/api/types"
import { t } from "@/lib/i18n"
import { postStatus } from "@/lib/status"

/** A post that has a file: what it says, and how it stands. */
export function HolderLine({ post }: { post: MediaHolder }) {
  const words = post.title || post.caption.split("\n")[0] || t("Without a caption")
  return (
    <span className="flex min-w-0 items-center justify-between gap-3 text-13">
      <AppLink href={`/posts/${post.id}`} className="min-w-0 truncate">
        {words}
      </AppLink>
      <Status of={postStatus[post.status]} className="animate-none text-12" />
    </span>
  )
}
