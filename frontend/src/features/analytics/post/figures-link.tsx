import { AppLink } from "@/components/ui/app-link"
import type { Publication } from "@/lib/api/types"
import { t } from "@/lib/i18n"

type FiguresLinkProps = {
  publication: Pick<Publication, "id" | "account" | "state" | "published_at" | "privacy_level">
}

/** The way from a post that is out on an account to what came of it. TikTok tells figures of public posts only. */
export function FiguresLink({
  publication: { id, account, state, published_at, privacy_level },
}: FiguresLinkProps) {
  if (state !== "published" || !published_at || privacy_level !== "PUBLIC_TO_EVERYONE") return null
  const query = new URLSearchParams({ publication: id, account: account.id, at: published_at })
  return (
    <AppLink href={`/analytics/posts/find?${query}`} className="justify-self-start text-13">
      {t("Views, likes and score")}
    </AppLink>
  )
}
