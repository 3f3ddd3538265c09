"use client"

import { useQuery } from "@tanstack/react-query"
import { X } from "lucide-react"
import { useRouter } from "next/navigation"
import { AppLink } from "@/components/ui/app-link"
import { Failed } from "@/components/ui/failed"
import { Select } from "@/components/ui/field"
import { Skeleton } from "@/components/ui/skeleton"
import { t } from "@/lib/i18n"
import { analyticsQueries } from "../api/analytics-queries"
import type { Range } from "../range"
import { comparePage, MOST_COMPARED } from "./chosen"

type ChooseAccountsProps = { chosen: readonly string[]; range: Range }

/** The accounts compared, each with a way out, and a list to add another from. */
export function ChooseAccounts({ chosen, range }: ChooseAccountsProps) {
  const router = useRouter()
  const fleet = useQuery(analyticsQueries.fleet(range))
  if (fleet.isPending) return <Skeleton className="h-9 w-full" />
  if (!fleet.data) return <Failed error={fleet.error} retry={() => fleet.refetch()} />
  const accounts = fleet.data.items.map(({ account }) => account)
  const others = accounts.filter(({ id }) => !chosen.includes(id))
  const isFull = chosen.length >= MOST_COMPARED
  return (
    <div className="flex flex-wrap items-center gap-2">
      <ul aria-label={t("Accounts compared")} className="contents">
        {chosen.map((id) => {
          const name =
            accounts.find((account) => account.id === id)?.handle ?? t("an account that is no longer here")
          return (
            <li key={id}>
              <AppLink
                href={comparePage(
                  chosen.filter((one) => one !== id),
                  range,
                )}
                scroll={false}
                aria-label={t("Leave out {name}", { name })}
                className="flex min-h-9 items-center gap-2 rounded-outer border border-line bg-raised px-3 text-13 text-ink no-underline hover:bg-tint"
              >
                {name}
                <X aria-hidden className="size-4 text-muted" />
              </AppLink>
            </li>
          )
        })}
      </ul>
      {others.length > 0 ? (
        <div className="w-52">
          <Select
            aria-label={t("Add an account")}
            value=""
            disabled={isFull}
            title={isFull ? t("{most} accounts at most are compared", { most: MOST_COMPARED }) : undefined}
            onChange={(event) =>
              router.replace(comparePage([...chosen, event.target.value], range), { scroll: false })
            }
          >
            <option value="">
              {isFull ? t("{most} at most", { most: MOST_COMPARED }) : t("Add an account")}
            </option>
            {others.map(({ id, handle }) => (
              <option key={id} value={id}>
                {handle}
              </option>
            ))}
          </Select>
        </div>
      ) : null}
    </div>
  )
}
