import { useSyncExternalStore } from "react"
import { ApiError, sentenceOf } from "@/lib/api/api-error"
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
  phase: "sending" | "waiting" | "arrived" | "refused"
  sent: number
  speed: Speed | null
  mediaId: string | null
  sentence: string | null
}

const MOST_BYTES = 4 * 1024 ** 3

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

/** Start sending a file; its progress is read with useUploads. */
export function startUpload(file: File, purpose: string): void {
  const id = crypto.randomUUID()
  const fresh: Upload = {
    id,
    purpose,
    file,
    previewUrl: URL.createObjectURL(file),
    phase: "sending",
    sent: 0,
    speed: null,
    mediaId: null,
    sentence: null,
  }
  change([...uploads, fresh])
  const refusal = refuseAtOnce(file)
  if (refusal) update(id, { phase: "refused", sentence: refusal })
  else void run(fresh)
}

/** Say without sending a byte what the server would refuse anyway. */
function refuseAtOnce(file: File): string | null {
  if (file.size === 0) return `${file.name} is empty (0 bytes). Choose another file.`
  if (file.size > MOST_BYTES)
    return `${file.name} is larger than 4 GB, the most TikTok takes. Export it smaller.`
  return null
}

async function run({ id, file }: Upload): Promise<void> {
  const abort = new AbortController()
  aborts.set(id, abort)
  const measure = makeSpeedometer(file.size)
  // The sending code is only loaded once something is sent.
  const { uploadFile } = await import("./api/tus")
  try {
    const mediaId = await uploadFile(file, {
      memory: storedMemory(),
      signal: abort.signal,
      onProgress: (sent) => update(id, { sent, speed: measure(sent, performance.now()) }),
      onWaiting: (waiting) => update(id, { phase: waiting ? "waiting" : "sending" }),
    })
    update(id, { phase: "arrived", sent: file.size, mediaId, speed: null })
  } catch (error) {
    if (error instanceof ApiError) update(id, { phase: "refused", sentence: sentenceOf(error) })
    else if (!abort.signal.aborted) update(id, { phase: "refused", sentence: sentenceOf(error) })
  } finally {
    aborts.delete(id)
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
