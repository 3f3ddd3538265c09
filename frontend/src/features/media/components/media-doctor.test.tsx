import { screen, waitFor } from "@testing-library/react"
import { describe, expect, it, vi } from "vitest"
import type { MediaFix, MediaVerdict } from "@/lib/api/types"
import { fakeApi } from "@/testing/fake-api"
import { makeVerdict } from "@/testing/makers"
import { renderApp } from "@/testing/render"
import { MediaDoctor } from "./media-doctor"

const slow = {
  code: "frame_rate_check_failed",
  severity: "refused",
  sentence: "TikTok takes 23 to 60 frames a second; this video has 15.",
  measured: "15",
  limit: "23–60",
  fix: "frame_rate",
} as const

const bad = (part: Partial<MediaVerdict> = {}) =>
  makeVerdict({
    worst: "refused",
    findings: [slow],
    fixes: ["frame_rate"],
    will_be_refused: true,
    ...part,
  })

function makeFix(part: Partial<MediaFix> = {}): MediaFix {
  return {
    id: "fix",
    media_id: "clip",
    fixes: ["frame_rate"],
    longest_ms: null,
    state: "done",
    progress: 100,
    error: null,
    result_id: "better",
    result_name: "clip (fixed).mp4",
    created_at: "2026-11-22T08:00:00Z",
    finished_at: "2026-11-22T08:01:00Z",
    ...part,
  }
}

function open(verdict: MediaVerdict, more: Record<string, unknown> = {}, override = false) {
  const [onChange, onOverride] = [vi.fn(), vi.fn()]
  const heard = fakeApi({
    "GET /api/v1/media/clip/verdict": verdict,
    "GET /api/v1/media/clip/fixes": [],
    ...more,
  })
  const props = { mediaId: "clip", accountIds: ["acc-nord"], override, onOverride, onChange }
  return { heard, onChange, onOverride, ...renderApp(<MediaDoctor {...props} />) }
}

describe("the media doctor", () => {
  it("says what TikTok will refuse, mends it at a click, and puts the fixed file in its place", async () => {
    let rows: MediaFix[] = []
    const { person, heard, onChange } = open(bad(), {
      "GET /api/v1/media/clip/fixes": () => Response.json(rows),
      "POST /api/v1/media/clip/fix": () => {
        rows = [makeFix()]
        return Response.json(makeFix({ state: "pending", progress: 0 }), { status: 202 })
      },
    })
    expect(await screen.findByText(slow.sentence)).toBeVisible()
    expect(screen.getByText("TikTok will refuse it")).toBeVisible()

    await person.click(await screen.findByRole("button", { name: "Fix it" }))

    await waitFor(() => expect(onChange).toHaveBeenCalledWith("better"))
    const sent = heard.find(({ method }) => method === "POST")
    expect(sent?.body).toEqual({ fixes: ["frame_rate"], longest_ms: null })
  })

  it("says what a cut leaves out before it cuts", async () => {
    const trim = { longest_ms: 180_000, sentence: "Cut to 3:00: the last 0:20 are left out." }
    const { person, heard } = open(bad({ trim }), {
      "POST /api/v1/media/clip/fix": () => Response.json(makeFix({ state: "pending" }), { status: 202 }),
    })
    expect(await screen.findByText(/the last 0:20 are left out/)).toBeVisible()

    await person.click(screen.getByRole("button", { name: "Cut and fix it" }))

    await waitFor(() => expect(heard.find(({ method }) => method === "POST")).toBeDefined())
    const sent = heard.find(({ method }) => method === "POST")
    expect(sent?.body).toEqual({ fixes: ["frame_rate", "trim"], longest_ms: 180_000 })
  })

  it("shows how far a conversion is, and why one failed", async () => {
    const failed = makeFix({ id: "old", state: "failed", result_id: null, error: "It broke off." })
    const running = makeFix({ state: "running", progress: 40, result_id: null })
    const first = open(bad(), { "GET /api/v1/media/clip/fixes": [running, failed] })
    expect(await screen.findByRole("progressbar", { name: "Conversion" })).toHaveValue(40)
    expect(screen.getByText("Converting, 40 %")).toBeVisible()
    first.unmount()

    open(bad(), { "GET /api/v1/media/clip/fixes": [failed] })
    expect(await screen.findByText("It broke off.")).toBeVisible()
    expect(screen.getByRole("button", { name: "Fix it" })).toBeVisible()
  })

  it("offers to send as it is only where there is something to overrule", async () => {
    const { person, onOverride } = open(bad())
    await person.click(await screen.findByRole("checkbox", { name: "Send it as it is" }))
    expect(onOverride).toHaveBeenCalledWith(true)
  })

  it("takes an overruling back when nothing is refused any more, and is silent then", async () => {
    const fine = makeVerdict()
    const { onOverride } = open(fine, {}, true)

    await waitFor(() => expect(onOverride).toHaveBeenCalledWith(false))
    expect(screen.queryByRole("region")).toBeNull()
  })

  it("says what it does not know, and never calls it fine", async () => {
    const unknown = "TikTok has not yet told how long a video on @north may be, so its length is not judged."
    const account = { worst: "fine", findings: [], fixes: [], account_id: "a", handle: "@north" } as const
    const accounts = [{ ...account, findings: [], fixes: [], longest_ms: null, unknown }]
    open(makeVerdict({ accounts }))

    expect(await screen.findByText(unknown)).toBeVisible()
    expect(screen.queryByText("Ready for TikTok")).toBeNull()
  })
})
