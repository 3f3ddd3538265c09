"use client"

import { useQuery } from "@tanstack/react-query"
import { sentenceOf } from "@/lib/api/api-error"
import { t } from "@/lib/i18n"
import { libraryQueries } from "../api/library-queries"
import { HolderLine } from "../library/holder-line"

/** The posts that have a file. */
export function UsedBy({ fileId }: { fileId: string }) {
  const posts = useQuery(libraryQueries.holders(fileId))
  const items = posts.data?.items
  return (
    <section aria-label={t("Where used")} className="grid grid-cols-[minmax(0,1fr)] gap-2">
      <h3 className="text-13 font-strong">{t("Where used")}</h3>
      {posts.isPending ? <p className="text-13 text-muted">{t("Looking…")}</p> : null}
      {posts.isError && !items ? (
        <p role="alert" className="text-13 text-failed">
          {sentenceOf(posts.error)}
        </p>
      ) : null}
      {items?.length === 0 ? <p className="text-13 text-muted">{t("In no post yet.")}</p> : null}
      {items && items.length > 0 ? (
        <ul className="grid grid-cols-[minmax(0,1fr)] gap-1">
          {items.map((post) => (
            <li key={post.id}>
              <HolderLine post={post} />
            </li>
          ))}
        </ul>
      ) : null}
      {posts.data?.next_cursor ? <p className="text-12 text-muted">{t("and older posts")}</p> : null}
    </section>
  )
}
