import { Skeleton } from "@/components/ui/skeleton"
import { t } from "@/lib/i18n"

export function ComposeSkeleton() {
  return (
    <div
      role="status"
      aria-label={t("Loading the composer")}
      className="grid gap-8 tablet:grid-cols-2 wide:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_280px]"
    >
      <div className="grid content-start gap-5">
        <Skeleton className="h-42 w-full" />
        <Skeleton className="h-40 w-full" />
      </div>
      <Skeleton className="h-72 w-full" />
      <Skeleton className="mx-auto aspect-[9/16] w-50" />
    </div>
  )
}
