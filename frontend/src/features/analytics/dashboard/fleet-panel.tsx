"use client"

import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { ButtonLink } from "@/components/ui/button-link"
import { Failed } from "@/components/ui/failed"
import { Skeleton } from "@/components/ui/skeleton"
import { plural } from "@/lib/figures"
import { t } from "@/lib/i18n"
import { analyticsQueries } from "../api/analytics-queries"
import { comparePage, LEAST_COMPARED, MOST_COMPARED } from "../compare/chosen"
import { Panel } from "../components/panel"
import { useAddress } from "../use-address"
import { FleetTable } from "./fleet-table"
import { pressed, type Sort, sortFleet } from "./sorting"

/** Every account with its figures, in the order a person likes; and the choice of some to compare. */
export function FleetPanel({ pictureOf }: { pictureOf: (accountId: string) => string | null }) {
  const { range } = useAddress()
  const fleet = useQuery(analyticsQueries.fleet(range))
  const [sort, setSort] = useState<Sort>({ key: "followers", isUp: false })
  const [chosen, setChosen] = useState<readonly string[]>([])
  const choose = (id: string, on: boolean) =>
    setChosen(on ? [...chosen, id] : chosen.filter((one) => one !== id))
  const enough = chosen.length >= LEAST_COMPARED
  return (
    <Panel
      title={t("Accounts")}
      note={t("Choose {least} to {most} to compare them.", {
        least: LEAST_COMPARED,
        most: MOST_COMPARED,
      })}
      isOld={fleet.isPlaceholderData}
      aside={
        <ButtonLink
          href={comparePage(chosen, range)}
          kind={enough ? "primary" : "plain"}
          aria-disabled={!enough}
          onClick={(event) => {
            if (!enough) event.preventDefault()
          }}
          className={enough ? "" : "text-muted"}
        >
          {chosen.length === 0
            ? t("Compare")
            : t("Compare {accounts}", { accounts: plural(chosen.length, "account") })}
        </ButtonLink>
      }
    >
      {fleet.isPending ? <Skeleton className="h-60 w-full" /> : null}
      {fleet.isError && !fleet.data ? <Failed error={fleet.error} retry={() => fleet.refetch()} /> : null}
      {fleet.data ? (
        <FleetTable
          rows={sortFleet(fleet.data.items, sort)}
          range={range}
          sort={sort}
          onSort={(key) => setSort(pressed(sort, key))}
          chosen={chosen}
          onChoose={choose}
          pictureOf={pictureOf}
        />
      ) : null}
    </Panel>
  )
}
