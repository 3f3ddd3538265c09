import { useSyncExternalStore } from "react"
import { ApiError, sentenceOf } from "@/lib/api/api-error"
import { t } from "@/lib/i18n"
import { makeSpeedometer, type Speed } from "./speed"
import { storedMemory } from "./upload-memory"

/** One file on its way. It lives outside the pages, so that going elsewhere does not stop it. */
export type Upload = {
  id: string
  /** What it is for: a composer shows its own upload, the library all. */
  purpose: string
  file: File
  /** Plays the clip from this machine while it is still on its way. */
  previewUrl: string
  /** Queued: others are before it. Waiting: for the connection. Paused: by the person. */
  phase: "queued" | "sending" | "waiting" | "paused" | "arrived" | "refused"
  sent: number
  speed: Speed | null
  mediaId: string | null
  sentence: string | null
  /** The library had these bytes already: `mediaId` is that file. */
  wasKnown: boolean
  /** Refused by something that may pass: sending it again can help. */
  mayRetry: boolean
}

const MOST_BYTES = 4 * 1024 ** 3
/** More at once would only share the same line. */
const AT_ONCE = 3

let uploads: readonly Upload[] = []
const aborts = new Map<string, AbortController>()
const listeners = new Set<() => void>()

function change(next: readonly Upload[]): void {
  uploads = next
  for (const listener of listeners) listener()
}

function update(id: string, part: Partial<Upload>): void {
  change(uploads.map((upload) => (upload.id === id ? { ...upload, ...part } : upload)))
}

/** Start sending a file, or put it into the line behind others; its progress is read with useUploads. */
export function startUpload(file: File, purpose: string): void {
  const id = crypto.randomUUID()
  const fresh: Upload = {
    id,
    purpose,
    file,
    previewUrl: URL.createObjectURL(file),
    phase: "queued",
    sent: 0,
    speed: null,
    mediaId: null,
    sentence: null,
    wasKnown: false,
    mayRetry: false,
  }
  change([...uploads, fresh])
  const refusal = refuseAtOnce(file)
  if (refusal) update(id, { phase: "refused", sentence: refusal })
  else startNext()
}

const isOnItsWay = ({ phase }: Upload) => phase === "sending" || phase === "waiting"

/** Send what is next in line while there is room. */
function startNext(): void {
  const room = AT_ONCE - uploads.filter(isOnItsWay).length
  for (const upload of uploads.filter(({ phase }) => phase === "queued").slice(0, Math.max(room, 0))) {
    update(upload.id, { phase: "sending" })
    void run(upload)
  }
}

/** Stop sending a file for now; what has arrived is kept. */
export function pauseUpload(id: string): void {
  update(id, { phase: "paused", speed: null })
  aborts.get(id)?.abort()
  startNext()
}

/** Go on with a paused file, or try a refused one again, when its turn comes. */
export function resumeUpload(id: string): void {
  update(id, { phase: "queued", sentence: null, mayRetry: false })
  startNext()
}

/** Say without sending a byte what the server would refuse anyway. */
function refuseAtOnce(file: File): string | null {
  if (file.size === 0) return t("{name} is empty (0 bytes). Choose another file.", { name: file.name })
  if (file.size > MOST_BYTES)
    return t("{name} is larger than 4 GB, the most TikTok takes. Export it smaller.", { name: file.name })
  return null
}

async function run({ id, file }: Upload): Promise<void> {
  const abort = new AbortController()
  aborts.set(id, abort)
  const measure = makeSpeedometer(file.size)
  const tell = (part: Partial<Upload>) => {
    if (!abort.signal.aborted) update(id, part)
  }
  // The sending code is only loaded once something is sent.
  const { uploadFile } = await import("./api/tus")
  try {
    const { mediaId, wasKnown } = await uploadFile(file, {
      memory: storedMemory(),
      signal: abort.signal,
      onProgress: (sent) => tell({ sent, speed: measure(sent, performance.now()) }),
      onWaiting: (waiting) => tell({ phase: waiting ? "waiting" : "sending" }),
    })
    tell({ phase: "arrived", sent: file.size, mediaId, wasKnown, speed: null })
  } catch (error) {
    // A file that is none stays so; a full disk or a broken server may come right.
    const mayRetry = !(error instanceof ApiError) || error.status >= 500
    tell({ phase: "refused", sentence: sentenceOf(error), mayRetry, speed: null })
  } finally {
    if (aborts.get(id) === abort) aborts.delete(id)
    startNext()
  }
}

/** Stop an upload and forget it, here and at the server. */
export async function cancelUpload(upload: Upload): Promise<void> {
  aborts.get(upload.id)?.abort()
  forgetUpload(upload.id)
  const { dropUpload } = await import("./api/tus")
  await dropUpload(upload.file, storedMemory())
}

/** Take a finished or refused upload off the list. */
export function forgetUpload(id: string): void {
  const gone = uploads.find((upload) => upload.id === id)
  if (gone) URL.revokeObjectURL(gone.previewUrl)
  change(uploads.filter((upload) => upload.id !== id))
  startNext()
}

/** Tell whether some of a file is still to be sent. */
export function isUnfinished({ phase }: Upload): boolean {
  return phase !== "arrived" && phase !== "refused"
}

/** Return how far several files are together. */
export function sumOf(some: readonly Upload[]): { sent: number; size: number; bytesPerSecond: number } {
  const sum = (of: (upload: Upload) => number) => some.reduce((total, upload) => total + of(upload), 0)
  return {
    sent: sum(({ sent }) => sent),
    size: sum(({ file }) => file.size),
    bytesPerSecond: sum(({ speed }) => speed?.bytesPerSecond ?? 0),
  }
}

const NONE: readonly Upload[] = []

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Everything that is on its way or just arrived. */
export function useUploads(): readonly Upload[] {
  return useSyncExternalStore(
    subscribe,
    () => uploads,
    () => NONE,
  )
}

/** Take everything off the list that was sent for one form. */
export function forgetPurpose(purpose: string): void {
  for (const { id } of uploads.filter((upload) => upload.purpose === purpose)) forgetUpload(id)
}
