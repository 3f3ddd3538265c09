import { Skeleton } from "@/components/ui/skeleton"
import { t } from "@/lib/i18n"
import { KeyFiguresSkeleton } from "../components/key-figures"

/** The dashboard before its figures are there, in its final layout. */
export function DashboardSkeleton() {
  return (
    <>
      <KeyFiguresSkeleton label={t("Loading the figures")} />
      <div className="grid gap-6 wide:grid-cols-2">
        <Skeleton className="h-89 w-full rounded-outer" />
        <Skeleton className="h-89 w-full rounded-outer" />
      </div>
      <Skeleton className="h-80 w-full rounded-outer" />
      <Skeleton className="h-80 w-full rounded-outer" />
    </>
  )
}
