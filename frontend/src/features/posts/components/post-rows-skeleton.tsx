import { Skeleton } from "@/components/ui/skeleton"
import { t } from "@/lib/i18n"

/** The posts table before its rows are known. */
export function PostRowsSkeleton({ rows = 6 }: { rows?: number }) {
  return (
    <div role="status" aria-label={t("Loading posts")} className="tablet:pt-8">
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are alike and never move.
        <div key={row} className="flex h-24 items-center gap-3 border-line border-b tablet:h-14">
          <Skeleton className="h-10 w-14" />
          <Skeleton className="h-4 w-2/5" />
          <Skeleton className="ml-auto h-4 w-24" />
        </div>
      ))}
    </div>
  )
}
