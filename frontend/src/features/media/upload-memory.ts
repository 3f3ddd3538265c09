/** Remembers where half-sent files were going, so that choosing the same file again goes on instead of starting over. */
export type UploadMemory = {
  find(file: File): string | undefined
  keep(file: File, url: string): void
  forget(file: File): void
  /** Names of files that stopped part way. */
  unfinished(): string[]
}

type Entry = { name: string; url: string; at: number }

const KEY = "carillon.uploads"
const KEPT_MS = 24 * 60 * 60 * 1_000

/** The same name, size, time and type: the same file, as far as a page can tell without reading it. */
function fingerprint(file: File): string {
  return [file.name, file.size, file.lastModified, file.type].join("|")
}

/** Keep the memory in the browser's storage; it holds addresses, never bytes or tokens. */
export function storedMemory(storage: Storage = window.localStorage, now = Date.now): UploadMemory {
  function read(): Record<string, Entry> {
    try {
      const entries = Object.entries(JSON.parse(storage.getItem(KEY) ?? "{}") as Record<string, Entry>)
      return Object.fromEntries(entries.filter(([, entry]) => now() - entry.at < KEPT_MS))
    } catch {
      return {}
    }
  }
  function write(entries: Record<string, Entry>): void {
    try {
      storage.setItem(KEY, JSON.stringify(entries))
    } catch {
      // A full or forbidden storage costs only the resuming after a reload.
    }
  }
  return {
    find: (file) => read()[fingerprint(file)]?.url,
    keep: (file, url) => write({ ...read(), [fingerprint(file)]: { name: file.name, url, at: now() } }),
    forget: (file) => {
      const { [fingerprint(file)]: _, ...others } = read()
      write(others)
    },
    unfinished: () => Object.values(read()).map(({ name }) => name),
  }
}
