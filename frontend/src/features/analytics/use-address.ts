import { usePathname, useRouter, useSearchParams } from "next/navigation"
import { type Range, rangeParams, readRange } from "./range"

/** What a page of figures shows stands in its address. */
export function useAddress() {
  const params = useSearchParams()
  const path = usePathname()
  const router = useRouter()

  /** Return this page's address with some of it changed; what is empty is left out. */
  function address(change: Record<string, string>): string {
    const next = new URLSearchParams(params)
    for (const [name, value] of Object.entries(change)) {
      if (value) next.set(name, value)
      else next.delete(name)
    }
    const query = next.toString()
    return query ? `${path}?${query}` : path
  }

  return {
    params,
    range: readRange(params),
    address,
    rangeAddress: (range: Range) => address({ ...rangeParams(range), from: "" }),
    go: (change: Record<string, string>) => router.replace(address(change), { scroll: false }),
  }
}

/** Return a link to another page of figures that keeps the range. */
export function withRange(path: string, range: Range, more: readonly [string, string][] = []): string {
  const said = Object.entries(rangeParams(range)).filter(([, value]) => value)
  const query = new URLSearchParams([...more, ...said]).toString()
  return query ? `${path}?${query}` : path
}

export const accountPage = (id: string, range: Range) => withRange(`/analytics/accounts/${id}`, range)
export const postPage = (id: string) => `/analytics/posts/${id}`
