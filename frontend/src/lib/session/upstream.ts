import http from "node:http"
import https from "node:https"
import { Readable } from "node:stream"
import type { ReadableStream as NodeStream } from "node:stream/web"
import { serverEnv } from "@/lib/env"

export type UpstreamRequest = {
  method: string
  path: string
  headers: Record<string, string>
  body?: Uint8Array | ReadableStream<Uint8Array> | null
  signal?: AbortSignal
  /** Another server of ours than the API. */
  server?: URL | undefined
}

export class Unreachable extends Error {}

/**
 * Send one request to the API and return its answer as it streams in.
 *
 * Plain node:http and not fetch: fetch sends a streamed body without Content-Length, which a WSGI server reads as
 * empty, and it unpacks compressed answers. No connection is kept open, so none can be found dead by the next request.
 *
 * @throws Unreachable when there was no answer
 */
export function callApi({ method, path, headers, body, signal, server }: UpstreamRequest): Promise<Response> {
  const url = new URL(path, server ?? serverEnv().apiUrl)
  const client = url.protocol === "https:" ? https : http
  return new Promise((resolve, reject) => {
    const fail = (error: Error) => reject(new Unreachable(error.message))
    const call = client.request(url, { method, headers, signal, agent: false })
    call.on("response", (answer) => resolve(toResponse(answer, method)))
    call.on("error", fail)
    if (body instanceof ReadableStream) pour(body, call)
    else call.end(body ?? undefined)
  })
}

function pour(body: ReadableStream<Uint8Array>, call: http.ClientRequest): void {
  const source = Readable.fromWeb(body as NodeStream<Uint8Array>)
  source.on("error", (error) => call.destroy(error))
  // The API may refuse before it has read everything; the rest is then of no use.
  call.on("close", () => source.destroy())
  source.pipe(call)
}

function toResponse(answer: http.IncomingMessage, method: string): Response {
  const status = answer.statusCode ?? 502
  const headers = new Headers()
  for (const [name, value] of Object.entries(answer.headers)) {
    for (const one of [value ?? []].flat()) headers.append(name, one)
  }
  if (method === "HEAD" || status === 204 || status === 304) {
    answer.resume()
    return new Response(null, { status, headers })
  }
  return new Response(Readable.toWeb(answer) as ReadableStream<Uint8Array>, { status, headers })
}
