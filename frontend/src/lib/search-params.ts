/** What a page's address says, as Next gives it to server components. */
export type SearchParams = Promise<Record<string, string | string[] | undefined>>

/** Return the same as the browser reads it; of what is said twice the first. */
export async function readSearch(params: SearchParams): Promise<URLSearchParams> {
  const said = Object.entries(await params).flatMap(([name, value]) => {
    const first = typeof value === "string" ? value : value?.[0]
    return first === undefined ? [] : [[name, first]]
  })
  return new URLSearchParams(said)
}
