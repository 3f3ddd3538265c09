import { Skeleton } from "@/components/ui/skeleton"
import { t } from "@/lib/i18n"
import { KeyFiguresSkeleton } from "../components/key-figures"

export function AccountSkeleton() {
  return (
    <>
      <KeyFiguresSkeleton label={t("Loading the figures")} />
      <Skeleton className="h-95 w-full rounded-outer" />
      <div className="grid gap-6 wide:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <Skeleton className="h-95 w-full rounded-outer" />
        <Skeleton className="h-95 w-full rounded-outer" />
      </div>
      <Skeleton className="h-80 w-full rounded-outer" />
    </>
  )
}
