import type { QueryClient, QueryKey } from "@tanstack/react-query"

/** What a live event tells of; it names a row and no more, so what shows it is asked for again. */
type Change = { kind: string; id: string; post_id?: string; state?: string }

const EVENTS = "/api/v1/events"
/** Which queries show a changed row, by the first part of their keys. */
const SHOWN_BY: Record<string, readonly string[]> = {
  publication: ["posts", "publications", "home", "calendar"],
  post: ["posts", "publications", "home", "calendar"],
  account: ["accounts", "tiktok-apps"],
  group: ["accounts", "calendar"],
  media: ["media"],
  notification: ["notifications"],
  export: ["analytics-exports"],
}
/** A look at an account's figures: how far it has come, and when it ended the figures of that account alone ("name/id"). */
function shownBy({ kind, id, state }: Change): readonly string[] {
  if (kind !== "refresh") return SHOWN_BY[kind] ?? ["*"]
  const figures = state === "done" || state === "failed" ? [`analytics/${id}`] : []
  return [`analytics-refresh/${id}`, ...figures]
}

/** Changes come in flocks: forty accounts at once are one request. */
const GATHER_MS = 250
/** A hidden page gives its connection back: browsers have only six for one address. */
const HIDDEN_MS = 15_000
const FIRST_RETRY_MS = 5_000
const LONGEST_RETRY_MS = 60_000
/** So long the question may be on its way, over a slow network and behind others. */
const ON_ITS_WAY_MS = 5_000

let live = false

/** Tell whether events arrive: asking again now and then is only a net then. */
export function isLive(): boolean {
  return live
}

/**
 * Watch until the returned function is called.
 *
 * What is shown was answered before the stream is open: it is told what changed since `begunAt`, in milliseconds of the page's own
 * clock (`performance.now()`), which is that of no server and cannot be wrong.
 */
export function watch(client: QueryClient, begunAt = 0): () => void {
  let source: EventSource | null = null
  let wasOpen = false
  let retryMs = FIRST_RETRY_MS
  let timer: ReturnType<typeof setTimeout> | undefined
  const gathered = new Set<string>()
  let flush: ReturnType<typeof setTimeout> | undefined

  function gather(names: readonly string[]): void {
    for (const name of names) gathered.add(name)
    flush ??= setTimeout(() => {
      flush = undefined
      const names = new Set(gathered)
      gathered.clear()
      void client.invalidateQueries({ predicate: ({ queryKey }) => isNamed(queryKey, names) })
    }, GATHER_MS)
  }

  function open(): void {
    close()
    const ago = Math.ceil(performance.now() - begunAt) + ON_ITS_WAY_MS
    source = new EventSource(wasOpen ? EVENTS : `${EVENTS}?ago=${ago}`)
    source.addEventListener("hello", () => {
      live = true
      retryMs = FIRST_RETRY_MS
      if (wasOpen) gather(["*"])
      wasOpen = true
    })
    source.addEventListener("resync", () => {
      live = true
      wasOpen = true
      gather(["*"])
    })
    source.addEventListener("change", ({ data }) => {
      const change = changeOf(data)
      if (change) gather(shownBy(change))
    })
    source.addEventListener("error", () => {
      live = false
      // The browser tries again by itself, though with the same address: before the first answer that names too short a time.
      if (wasOpen && source?.readyState !== EventSource.CLOSED) return
      source?.close()
      timer = setTimeout(open, retryMs)
      retryMs = Math.min(retryMs * 2, LONGEST_RETRY_MS)
    })
  }

  function close(): void {
    clearTimeout(timer)
    source?.close()
    source = null
    live = false
  }

  function onVisibility(): void {
    clearTimeout(timer)
    if (document.hidden) timer = setTimeout(close, HIDDEN_MS)
    else if (!source || source.readyState === EventSource.CLOSED) open()
  }

  document.addEventListener("visibilitychange", onVisibility)
  if (!document.hidden) open()
  return () => {
    document.removeEventListener("visibilitychange", onVisibility)
    clearTimeout(flush)
    close()
  }
}

function isNamed([first, second]: QueryKey, names: ReadonlySet<string>): boolean {
  return names.has("*") || names.has(String(first)) || names.has(`${first}/${second}`)
}

function changeOf(data: string): Change | null {
  try {
    const change = JSON.parse(data) as Change
    return change.kind ? change : null
  } catch {
    return null
  }
}
