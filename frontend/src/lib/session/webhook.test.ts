// @vitest-environment node
import { afterEach, describe, expect, it } from "vitest"
import { json, StandInApi, setServerEnv } from "@/testing/stand-in-api"
import { forwardWebhook } from "./webhook"

const URL = "https://posts.northwind.net/webhooks/tiktok"
const SIGNATURE = `t=1795348801,s=${"a".repeat(64)}`
let api: StandInApi

async function start(status = 200): Promise<StandInApi> {
  api = new StandInApi()
  setServerEnv(await api.start((_, response) => json(response, status, { detail: "inside" })))
  return api
}

afterEach(() => api.stop())

const send = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
  forwardWebhook(
    new Request(URL, { method: "POST", body, headers: { "tiktok-signature": SIGNATURE, ...headers } }),
  )

describe("forwarding a webhook", () => {
  it("passes the bytes on as they came, with the signature and nothing else", async () => {
    const asked = (await start()).asked
    const raw = '{ "event" :"tiktok.ping",\n"x":"\\u00e9 é"}\n'

    const answer = await send(raw, {
      cookie: "carillon=stolen",
      authorization: "Bearer stolen",
      "x-forwarded-for": "1.2.3.4",
      "content-type": "text/plain",
    })

    expect(answer.status).toBe(200)
    expect(asked[0]?.url).toBe("/api/v1/webhooks/tiktok")
    expect(asked[0]?.body.toString()).toBe(raw)
    const { host, connection, ...sent } = asked[0]?.headers ?? {}
    expect(sent).toEqual({
      "content-type": "application/json",
      "content-length": String(Buffer.byteLength(raw)),
      "tiktok-signature": SIGNATURE,
    })
  })

  it("answers with the API's status and not with its words", async () => {
    await start(401)

    const answer = await send("{}")

    expect(answer.status).toBe(401)
    expect(await answer.text()).toBe("")
  })

  it("stops reading at 64 KiB, whatever length was announced", async () => {
    const asked = (await start()).asked

    const answers = [
      await send("x".repeat(64 * 1024 + 1)),
      await send("x".repeat(64 * 1024 + 1), { "content-length": "10" }),
      await send("x".repeat(64 * 1024)),
    ]

    expect(answers.map(({ status }) => status)).toEqual([413, 413, 200])
    expect(asked).toHaveLength(1)
  })

  it("asks TikTok to come again while the API does not answer", async () => {
    await start()
    await api.stop()

    expect((await send("{}")).status).toBe(502)
  })
})
