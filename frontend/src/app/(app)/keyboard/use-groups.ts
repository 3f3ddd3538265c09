import { useQuery } from "@tanstack/react-query"
import { useEffect, useState } from "react"
import { accountQueries } from "@/features/accounts/api/account-queries"
import { groupQueries } from "@/features/accounts/api/group-queries"
import { postQueries } from "@/features/posts/api/post-queries"
import { findIn } from "@/lib/find"
import { t } from "@/lib/i18n"
import {
  actions,
  type Entry,
  entryOfAccount,
  entryOfAccountGroup,
  entryOfPost,
  type Group,
  listPlaces,
} from "./entries"

const WAIT_MS = 200
const MOST = 6

/** What was typed, once nothing was for a moment. */
function useSettled(typed: string): string {
  const [settled, setSettled] = useState(typed)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(typed), WAIT_MS)
    return () => clearTimeout(timer)
  }, [typed])
  return settled
}

/** Return what answers what was typed: places and actions at once; accounts, groups and posts once the server has told them. */
export function useGroups(typed: string, onKeys: () => void): { groups: Group[]; asking: boolean } {
  const places = listPlaces()
  const wanted = useSettled(typed.trim())
  const asks = wanted !== ""
  const accounts = useQuery({ ...accountQueries.search(wanted), enabled: asks })
  const accountGroups = useQuery({ ...groupQueries.list(), enabled: asks })
  const posts = useQuery({
    ...postQueries.list({ q: wanted, limit: MOST }),
    enabled: asks,
    refetchInterval: false,
  })
  const group = (name: string, entries: Entry[]): Group => ({ name, entries })
  const groups = [
    group(t("Go to"), findIn(typed, places, asks ? MOST : places.length)),
    group(t("Do"), findIn(typed, actions(onKeys))),
    group(t("Accounts"), asks ? (accounts.data?.items ?? []).slice(0, MOST).map(entryOfAccount) : []),
    group(t("Groups"), asks ? findIn(wanted, (accountGroups.data ?? []).map(entryOfAccountGroup), MOST) : []),
    group(t("Posts"), asks ? (posts.data?.items ?? []).map(entryOfPost) : []),
  ]
  return {
    groups: groups.filter(({ entries }) => entries.length > 0),
    asking: wanted !== typed.trim() || accounts.isFetching || accountGroups.isFetching || posts.isFetching,
  }
}
