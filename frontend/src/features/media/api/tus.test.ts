import { createHash, randomBytes } from "node:crypto"
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { ApiError } from "@/lib/api/api-error"
import { storedMemory } from "../upload-memory"
import { PIECE_BYTES, type UploadHooks, uploadFile } from "./tus"

const KIB = 1024
const PIECE = 256 * KIB
/** The page under test stands at another origin than this server, so the server allows it what the real one need not. */
const CORS = {
  "access-control-allow-origin": "*",
  "access-control-allow-headers":
    "*, x-carillon, tus-resumable, upload-offset, upload-length, upload-metadata, content-type",
  "access-control-allow-methods": "GET,HEAD,POST,PATCH,DELETE",
  "access-control-expose-headers": "location, upload-offset, carillon-media-id",
}

/** A tus server in memory. `trouble` looks at each PATCH first and may answer it, or cut it off after some bytes. */
class TusServer {
  bytes = Buffer.alloc(0)
  size = 0
  metadata = ""
  asked: string[] = []
  url = ""
  trouble: (patches: number, request: IncomingMessage, response: ServerResponse) => boolean | number = () =>
    false
  private patches = 0
  private server: Server | undefined

  async start(): Promise<void> {
    this.server = createServer((request, response) => void this.answer(request, response))
    await new Promise<void>((resolve) => this.server?.listen(0, "127.0.0.1", resolve))
    this.url = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/uploads`
  }

  async stop(): Promise<void> {
    this.server?.closeAllConnections()
    await new Promise((resolve) => this.server?.close(resolve))
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const [name, value] of Object.entries(CORS)) response.setHeader(name, value)
    if (request.method === "OPTIONS") return void response.writeHead(204).end()
    this.asked.push(`${request.method} ${request.headers["upload-offset"] ?? ""}`.trim())
    if (request.method === "POST") return this.create(request, response)
    if (request.method === "HEAD") return void response.writeHead(200, this.standing()).end()
    await this.append(request, response)
  }

  private create(request: IncomingMessage, response: ServerResponse): void {
    this.size = Number(request.headers["upload-length"])
    this.metadata = String(request.headers["upload-metadata"])
    response.writeHead(201, { location: "/uploads/7" }).end()
  }

  private async append(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.patches += 1
    const trouble = this.trouble(this.patches, request, response)
    if (trouble === true) return
    const most = trouble === false ? Number.POSITIVE_INFINITY : trouble
    let taken = 0
    const arrived = await request
      .forEach((block: Buffer) => {
        const part = block.subarray(0, most - taken)
        this.bytes = Buffer.concat([this.bytes, part])
        taken += part.length
        if (taken >= most) request.socket.destroy()
      })
      .then(
        () => true,
        () => false,
      )
    if (arrived) response.writeHead(204, this.standing()).end()
  }

  private standing(): Record<string, string> {
    const done = this.size > 0 && this.bytes.length === this.size
    return { "upload-offset": String(this.bytes.length), ...(done ? { "carillon-media-id": "media-1" } : {}) }
  }
}

const server = new TusServer()
const bytes = randomBytes(600 * KIB + 123)
const file = new File([bytes], "Möwe 🎬.mp4", { type: "video/mp4", lastModified: 1 })
const sha = (data: Buffer) => createHash("sha256").update(data).digest("hex")

function hooks(part: Partial<UploadHooks> = {}) {
  const progress: number[] = []
  const waits: boolean[] = []
  const all: UploadHooks = {
    memory: storedMemory(),
    signal: new AbortController().signal,
    onProgress: (sent) => progress.push(sent),
    onWaiting: (waiting) => waits.push(waiting),
    endpoint: server.url,
    pieceBytes: PIECE,
    pause: async () => undefined,
    ...part,
  }
  return { all, progress, waits }
}

beforeEach(async () => {
  // The real network, unlike in other tests: these bytes really travel.
  vi.unstubAllGlobals()
  Object.assign(server, new TusServer())
  await server.start()
})

afterEach(() => server.stop())

describe("uploading a file", () => {
  it("sends it in pieces, says how far it is, and returns the media id", async () => {
    const { all, progress } = hooks()

    expect(await uploadFile(file, all)).toEqual({ mediaId: "media-1", wasKnown: false })

    expect(sha(server.bytes)).toBe(sha(bytes))
    expect(server.asked).toEqual(["POST", "HEAD", "PATCH 0", `PATCH ${PIECE}`, `PATCH ${2 * PIECE}`])
    expect(progress.at(-1)).toBe(file.size)
    expect(progress).toEqual([...progress].sort((one, other) => one - other))
    expect(Buffer.from(server.metadata.split(/[ ,]/)[1] ?? "", "base64").toString()).toBe("Möwe 🎬.mp4")
  })

  it("sends 8 MiB at a time where nothing else is said, well below the 64 MiB the API takes", () => {
    expect(PIECE_BYTES).toBe(8 * KIB * KIB)
  })

  it("goes on where the server stopped when the connection is cut in the middle of a piece", async () => {
    server.trouble = (patches) => (patches === 2 ? 100 * KIB : false)
    const { all, waits } = hooks()

    expect(await uploadFile(file, all)).toEqual({ mediaId: "media-1", wasKnown: false })

    expect(sha(server.bytes)).toBe(sha(bytes))
    const resumed = Number(
      server.asked.find((line, index) => index > 3 && line.startsWith("PATCH"))?.split(" ")[1],
    )
    expect(resumed).toBeGreaterThan(PIECE)
    expect(resumed).toBeLessThanOrEqual(PIECE + 100 * KIB)
    expect(waits).toContain(true)
    expect(waits.at(-1)).toBe(false)
  })

  it("waits out a busy server, an ended session and an offset that does not fit", async () => {
    const answers = [503, 409, 401]
    server.trouble = (patches, request, response) => {
      const status = answers[patches - 1]
      if (status === undefined) return false
      request.resume().on("end", () => response.writeHead(status).end("{}"))
      return true
    }
    const pause = vi.fn(async () => undefined)

    expect(await uploadFile(file, hooks({ pause }).all)).toEqual({ mediaId: "media-1", wasKnown: false })

    expect(pause).toHaveBeenCalledTimes(3)
    expect(sha(server.bytes)).toBe(sha(bytes))
  })

  it("picks up after a reload: the same file goes on at the server's offset", async () => {
    const leaving = new AbortController()
    server.trouble = (patches) => {
      if (patches === 2) leaving.abort()
      return false
    }
    await expect(uploadFile(file, hooks({ signal: leaving.signal }).all)).rejects.toThrow()
    const before = server.bytes.length
    server.asked = []

    expect(await uploadFile(file, hooks().all)).toEqual({ mediaId: "media-1", wasKnown: false })

    expect(server.asked[0]).toBe("HEAD")
    expect(server.asked).not.toContain("POST")
    expect(before).toBeGreaterThan(0)
    expect(sha(server.bytes)).toBe(sha(bytes))
    expect(storedMemory().unfinished()).toEqual([])
  })

  it("starts anew when the server has forgotten the upload", async () => {
    storedMemory().keep(file, `${server.url}/gone`)
    server.asked = []
    const { all } = hooks()
    const real = globalThis.fetch
    vi.stubGlobal("fetch", (url: string, init: RequestInit) =>
      String(url).endsWith("/gone") ? Promise.resolve(new Response(null, { status: 404 })) : real(url, init),
    )

    expect(await uploadFile(file, all)).toEqual({ mediaId: "media-1", wasKnown: false })
    expect(server.asked[0]).toBe("POST")
  })

  it("throws the server's sentence when the file is refused, and forgets the upload", async () => {
    const body = JSON.stringify({ code: "not_a_video", detail: "notes.txt is not a video.", errors: [] })
    server.trouble = (_, request, response) => {
      request
        .resume()
        .on("end", () => response.writeHead(422, { "content-type": "application/json" }).end(body))
      return true
    }

    const refused = await uploadFile(file, hooks().all).catch((error: unknown) => error)

    expect(refused).toBeInstanceOf(ApiError)
    expect(refused).toMatchObject({ code: "not_a_video", message: "notes.txt is not a video." })
    expect(storedMemory().unfinished()).toEqual([])
  })
})
