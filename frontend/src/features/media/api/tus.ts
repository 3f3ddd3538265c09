import { ApiError, offline, toApiError } from "@/lib/api/api-error"
import { OUR_HEADER } from "@/lib/api-client"
import { setSessionEnded } from "@/lib/session-state"
import type { UploadMemory } from "../upload-memory"

const MIB = 1024 * 1024
export const PIECE_BYTES = 8 * MIB
const LONGEST_WAIT_MS = 30_000
const TUS = { ...OUR_HEADER, "Tus-Resumable": "1.0.0" }

export type UploadHooks = {
  memory: UploadMemory
  signal: AbortSignal
  /** Bytes that are safely at the server, plus those of the piece on its way. */
  onProgress: (sent: number) => void
  /** True while the connection is lost and the next try is being waited for. */
  onWaiting: (waiting: boolean) => void
  /** Where uploads are made; a test names another server. */
  endpoint?: string
  /** How much to send at a time, where not 8 MiB. */
  pieceBytes?: number
  /** How long to wait before the n-th try in a row. */
  pause?: (tries: number, signal: AbortSignal) => Promise<void>
}

type Position = { offset: number; mediaId: string | null; wasKnown: boolean }
export type Arrived = { mediaId: string; wasKnown: boolean }

/**
 * Send a file in pieces, picking up wherever the server says it stopped, until it is there; return its media id, and whether the library had it.
 *
 * A lost connection, a busy server and an ended session are waited out; a refusal is thrown.
 *
 * @throws ApiError when the server refuses the file
 */
export async function uploadFile(file: File, hooks: UploadHooks): Promise<Arrived> {
  const known = hooks.memory.find(file)
  let url = known ?? null
  let position: Position | null = null
  for (let tries = 0; ; ) {
    try {
      url ??= await create(file, hooks)
      position ??= await whereIs(url, hooks)
      hooks.onWaiting(false)
      hooks.onProgress(position.offset)
      if (position.mediaId) break
      position = await sendPiece(file, url, position.offset, hooks)
      tries = 0
    } catch (error) {
      // Given up on purpose: what was sent is still known, so that it can be dropped or picked up again.
      hooks.signal.throwIfAborted()
      if (isGone(error)) {
        hooks.memory.forget(file)
        url = null
      } else if (!mayPass(error)) {
        hooks.memory.forget(file)
        throw error
      }
      position = null
      hooks.onWaiting(true)
      tries += 1
      await (hooks.pause ?? pauseOrOnline)(tries, hooks.signal)
    }
    hooks.signal.throwIfAborted()
  }
  hooks.memory.forget(file)
  return { mediaId: position.mediaId, wasKnown: position.wasKnown }
}

/** Tell the server that the rest will not come. */
export async function dropUpload(file: File, memory: UploadMemory): Promise<void> {
  const url = memory.find(file)
  memory.forget(file)
  if (url) await fetch(url, { method: "DELETE", headers: TUS }).catch(() => null)
}

async function create(
  file: File,
  { endpoint = "/api/v1/media/uploads", memory, signal }: UploadHooks,
): Promise<string> {
  const metadata = `filename ${base64(file.name)},filetype ${base64(file.type || "application/octet-stream")}`
  const headers = { ...TUS, "Upload-Length": String(file.size), "Upload-Metadata": metadata }
  const answer = await ask(endpoint, { method: "POST", headers, signal })
  const url = new URL(answer.headers.get("location") ?? "", new URL(endpoint, window.location.href)).href
  memory.keep(file, url)
  return url
}

async function whereIs(url: string, { signal }: UploadHooks): Promise<Position> {
  return positionOf((await ask(url, { method: "HEAD", headers: TUS, signal })).headers)
}

async function ask(url: string, init: RequestInit): Promise<Response> {
  const answer = await fetch(url, init).catch((error: unknown) => {
    if (init.signal?.aborted) throw error
    throw offline()
  })
  if (!answer.ok) throw toApiError(answer.status, await answer.json().catch(() => null))
  return answer
}

function positionOf(headers: { get(name: string): string | null }): Position {
  return {
    offset: Number(headers.get("upload-offset")),
    mediaId: headers.get("carillon-media-id"),
    wasKnown: headers.get("carillon-media-known") !== null,
  }
}

/** XMLHttpRequest and not fetch: only it tells how much of a body has left. */
function sendPiece(file: File, url: string, offset: number, hooks: UploadHooks): Promise<Position> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const abort = () => request.abort()
    hooks.signal.addEventListener("abort", abort, { once: true })
    request.open("PATCH", url)
    for (const [name, value] of Object.entries(TUS)) request.setRequestHeader(name, value)
    request.setRequestHeader("Upload-Offset", String(offset))
    request.setRequestHeader("Content-Type", "application/offset+octet-stream")
    request.upload.addEventListener("progress", (event) => hooks.onProgress(offset + event.loaded))
    request.addEventListener("load", () => {
      const headers = { get: (name: string) => request.getResponseHeader(name) }
      if (request.status < 300) resolve(positionOf(headers))
      else reject(toApiError(request.status, parse(request.responseText)))
    })
    request.addEventListener("error", () => reject(offline()))
    request.addEventListener("abort", () => reject(hooks.signal.reason))
    request.addEventListener("loadend", () => hooks.signal.removeEventListener("abort", abort))
    request.send(file.slice(offset, offset + (hooks.pieceBytes ?? PIECE_BYTES)))
  })
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** The server no longer has this upload: begin again. */
function isGone(error: unknown): boolean {
  return error instanceof ApiError && (error.status === 404 || error.status === 410)
}

function mayPass(error: unknown): boolean {
  if (!(error instanceof ApiError)) return false
  if (error.status === 401) setSessionEnded(true)
  return [0, 401, 408, 409, 423, 429].includes(error.status) || error.status >= 500
}

/** Wait 1, 2, 4 … 30 s, or less when the network comes back before. */
function pauseOrOnline(tries: number, signal: AbortSignal): Promise<void> {
  const wait = Math.min(LONGEST_WAIT_MS, 1_000 * 2 ** (tries - 1))
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      window.removeEventListener("online", done)
      signal.removeEventListener("abort", done)
      resolve()
    }
    const timer = setTimeout(done, wait)
    window.addEventListener("online", done)
    signal.addEventListener("abort", done)
  })
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)))
}
