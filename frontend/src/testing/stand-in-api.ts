import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { buffer } from "node:stream/consumers"
import { forgetServerEnv } from "@/lib/env"

export type Asked = { method: string; url: string; headers: IncomingMessage["headers"]; body: Buffer }
type Answer = (asked: Asked, response: ServerResponse) => void

/** A real HTTP server on a free port that stands in for the API and remembers what it was asked. */
export class StandInApi {
  readonly asked: Asked[] = []
  private server: Server | undefined

  async start(answer: Answer): Promise<string> {
    const server = createServer(async (request, response) => {
      const body = await buffer(request).catch(() => Buffer.alloc(0))
      const one = { method: request.method ?? "", url: request.url ?? "", headers: request.headers, body }
      this.asked.push(one)
      answer(one, response)
    })
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
    this.server = server
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  }

  stop(): Promise<unknown> {
    this.server?.closeAllConnections()
    return new Promise((resolve) => (this.server ? this.server.close(resolve) : resolve(null)))
  }
}

/** Answer with JSON. */
export function json(response: ServerResponse, status: number, body: unknown): void {
  const text = JSON.stringify(body)
  response.writeHead(status, {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(text),
  })
  response.end(text)
}

/** Set the web server's environment for one test. */
export function setServerEnv(apiUrl: string, publicUrl = "http://localhost:4100", keyByte = 7): void {
  process.env.API_URL = apiUrl
  process.env.PUBLIC_URL = publicUrl
  process.env.COOKIE_KEY = Buffer.alloc(32, keyByte).toString("base64url")
  forgetServerEnv()
}
