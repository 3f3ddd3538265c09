import { useQueryClient } from "@tanstack/react-query"
import { useEffect, useRef, useState } from "react"
import type { Account } from "@/lib/api/types"
import { api, unwrap } from "@/lib/api-client"
import { accountQueries } from "./account-queries"

const AT_ONCE = 3

export type SyncedAll = { total: number; failed: Account[] }

/** Sync many accounts, a few at once; `progress` says how far it is, and nothing while nothing runs. */
export function useSyncAll(onEnd: (ended: SyncedAll) => void) {
  const [progress, setProgress] = useState<{ done: number; total: number } | null>(null)
  const client = useQueryClient()
  const left = useRef(false)
  useEffect(() => {
    left.current = false
    return () => {
      left.current = true // whoever leaves the page has not asked for the rest
    }
  }, [])

  async function start(accounts: readonly Account[]): Promise<void> {
    const waiting = [...accounts]
    const failed: Account[] = []
    const total = accounts.length
    setProgress({ done: 0, total })
    async function work(): Promise<void> {
      for (let next = waiting.shift(); next && !left.current; next = waiting.shift()) {
        const params = { path: { account_id: next.id } }
        await unwrap(api.POST("/api/v1/accounts/{account_id}/sync", { params })).catch(() =>
          failed.push(next),
        )
        setProgress((now) => (now ? { ...now, done: now.done + 1 } : now))
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, work))
    await client.invalidateQueries({ queryKey: accountQueries.all })
    if (left.current) return
    setProgress(null)
    onEnd({ total, failed })
  }

  return { progress, start }
}
