import { useQuery } from "@tanstack/react-query"
import { analyticsQueries } from "../api/analytics-queries"
import { useAddress } from "../use-address"

/** The days that the page shows, as the API reads them from its address; they are in the cache already. */
export function useDaysShown(accountId: string | undefined) {
  const { range } = useAddress()
  const own = useQuery({
    ...analyticsQueries.metrics(accountId ?? "", range),
    select: (metrics) => metrics.range,
    enabled: accountId !== undefined,
  })
  const workspace = useQuery({
    ...analyticsQueries.dashboard(range),
    select: (dashboard) => dashboard.range,
    enabled: accountId === undefined,
  })
  const { data, isPlaceholderData, error, refetch } = accountId === undefined ? workspace : own
  return { days: isPlaceholderData ? undefined : data, error, refetch }
}
