import { screen, within } from "@testing-library/react"
import { describe, expect, it } from "vitest"
import { Toaster } from "@/components/ui/toaster"
import type { PublicationDetail } from "@/lib/api/types"
import { fakeApi, refusal } from "@/testing/fake-api"
import { makePublication } from "@/testing/makers"
import { renderApp } from "@/testing/render"
import { Publications } from "./publications"

function makeDetail(part: Partial<PublicationDetail> = {}): PublicationDetail {
  const event = (seq: number, from: string | null, to: string, second: number, detail = "") => ({
    seq,
    at: `2026-11-24T17:00:0${second}Z`,
    actor: seq === 1 ? "nora@studio.example" : "worker",
    attempt: 1,
    from_state: from,
    to_state: to,
    detail,
    told: detail,
  })
  const events = [
    event(1, null, "scheduled", 0, "planned"),
    event(2, "scheduled", "opening", 1, "due"),
    event(3, "submitted", "failed", 9, "video_format_check_failed"),
  ] as PublicationDetail["events"]
  return { ...makePublication(), caption: "Morning light", attempts: [], events, ...part }
}

const show = (publication: PublicationDetail, more = {}) => {
  const heard = fakeApi({ "GET /api/v1/posts/post/publications": [publication], ...more })
  const shown = renderApp(
    <Publications
      postId="post"
      zone="Europe/Berlin"
      reconnect={({ nickname }) => <button type="button">Reconnect {nickname}</button>}
    />,
  )
  return { heard, ...shown }
}

describe("what became of a post on one account", () => {
  it("tells its history in sentences, with the second and who did it", async () => {
    show(makeDetail({ state: "failed" }))

    const history = within(await screen.findByRole("list", { name: "History" }))
    const lines = history.getAllByRole("listitem").map((line) => line.textContent)
    expect(lines[0]).toMatch(/18:00:00|6:00:00/)
    expect(lines[0]).toContain("Scheduled · nora@studio.example")
    expect(lines[1]).toContain("Asked TikTok for an upload · Carillon")
    expect(lines[2]).toContain("TikTok refused it")
    expect(lines[2]).toContain("video_format_check_failed")
  })

  it("tells since when TikTok no longer shows the post", async () => {
    const attempt = {
      id: "try",
      attempt: 1,
      publish_id: "v_pub_file~1",
      opened_at: "2026-11-24T17:00:01Z",
      committed_at: "2026-11-24T17:00:02Z",
      closed_at: "2026-11-24T17:00:09Z",
      verdict: "published",
      error_code: null,
      log_id: null,
      no_longer_public_at: "2026-11-25T08:30:00Z",
    } as const
    show(makeDetail({ state: "failed", attempts: [attempt] }))

    expect(await screen.findByText(/no longer public on TikTok since .*9:30:00/)).toBeVisible()
  })

  it("says the reason in words first, then the code and the log id to copy", async () => {
    const reason = {
      code: "spam_risk_too_many_posts",
      message: "Studio Nord has posted a lot today.",
      log_id: "2026X",
    }
    show(makeDetail({ state: "failed", reason }))

    expect(await screen.findByText("Studio Nord has posted a lot today.")).toBeVisible()
    expect(screen.getByRole("button", { name: "Copy Code spam_risk_too_many_posts" })).toBeVisible()
    expect(screen.getByRole("button", { name: "Copy TikTok log id 2026X" })).toBeVisible()
  })

  it("offers what can be done, and says it when that is too late", async () => {
    const sentence = "TikTok already has it."
    const { person } = show(makeDetail({ can_cancel: true }), {
      "POST /api/v1/publications/pub/cancel": () => refusal(409, "already_at_tiktok", sentence),
    })
    expect(screen.queryByRole("button", { name: "Send it now" })).toBeNull()

    await person.click(await screen.findByRole("button", { name: "Call it off" }))

    expect(await screen.findByText(sentence)).toBeVisible()
  })

  it("offers to take back what was called off, and says what came of it", async () => {
    const { person, heard } = show(makeDetail({ can_cancel: true }), {
      "POST /api/v1/publications/pub/cancel": makePublication({ state: "cancelled" }),
      "POST /api/v1/publications/undo-cancel": {
        scheduled: 1,
        drafts: 0,
        called_off: 0,
        sentence: "It is scheduled on 1 account again.",
      },
    })
    renderApp(<Toaster />)
    await person.click(await screen.findByRole("button", { name: "Call it off" }))
    expect(await screen.findByText("It is called off.")).toBeVisible()

    await person.click(screen.getByRole("button", { name: "Undo" }))

    expect(await screen.findByText("It is scheduled on 1 account again.")).toBeVisible()
    const asked = heard.find(({ path }) => path === "/api/v1/publications/undo-cancel")
    expect(asked?.body).toEqual({ publication_ids: ["pub"] })
  })

  it("lets a person say that it is there, with the link, and shows what is wrong with that at its field", async () => {
    const unknown = makeDetail({ state: "needs_you", can_cancel: false, can_settle: true, remedy: "resolve" })
    const sentence = "This is a short link, which does not say which post it is."
    const { person, heard } = show(unknown, {
      "POST /api/v1/publications/pub/resolve": () => refusal(422, "link_short", sentence, { link: sentence }),
    })

    await person.type(await screen.findByLabelText("Link of the post, if it is there"), "vm.tiktok.com/x")
    await person.click(screen.getByRole("button", { name: "It is on TikTok" }))

    expect(await screen.findByRole("alert")).toHaveTextContent(sentence)
    expect(heard.find(({ method }) => method === "POST")?.body).toEqual({
      is_there: true,
      link: "vm.tiktok.com/x",
      confirmed: false,
    })
  })

  it("warns before it sends again what may be there", async () => {
    const unknown = makeDetail({ state: "needs_you", can_cancel: false, can_settle: true, remedy: "resolve" })
    const { person, heard } = show(unknown, {
      "POST /api/v1/publications/pub/resolve": makePublication({ state: "scheduled" }),
    })

    await person.click(await screen.findByRole("button", { name: "It is not there…" }))
    const dialog = within(await screen.findByRole("dialog", { name: "Send the post again?" }))
    expect(dialog.getByText(/sending again can post it twice/)).toBeVisible()
    expect(heard.some(({ method }) => method === "POST")).toBe(false)
    await person.click(dialog.getByRole("button", { name: "Send it again" }))

    expect(heard.find(({ method }) => method === "POST")?.body).toEqual({
      is_there: false,
      link: "",
      confirmed: true,
    })
  })

  it("offers what helps: reconnecting, changing the post, another try", async () => {
    const held = makeDetail({ state: "held", can_cancel: false, can_retry: true, remedy: "reconnect" })
    show(held)

    expect(await screen.findByRole("button", { name: "Reconnect Studio Nord" })).toBeVisible()
    expect(screen.queryByRole("button", { name: "Send it now" })).toBeNull()
  })

  it("sends as it is what can no longer be changed, since it is out on another account", async () => {
    const late = makeDetail({ state: "missed", can_cancel: false, can_retry: true, remedy: "reschedule" })
    const out = makeDetail({ id: "2", state: "published", remedy: null, can_cancel: false })
    fakeApi({ "GET /api/v1/posts/post/publications": [late, out] })
    renderApp(<Publications postId="post" zone="Europe/Berlin" reconnect={() => null} />)

    expect(await screen.findByRole("button", { name: "Send it now" })).toBeVisible()
    expect(screen.queryByRole("link", { name: "Choose a new time" })).toBeNull()
  })

  it("does not call a draft in the creator's inbox published", async () => {
    const published_at = "2026-11-24T17:00:05Z"
    show(makeDetail({ state: "published", post_mode: "MEDIA_UPLOAD", published_at, remedy: null }))

    expect(await screen.findByText("In the inbox")).toBeVisible()
    expect(
      screen.getByText(/In the TikTok inbox of @studio.nord since .* finish it in the app/),
    ).toBeVisible()
  })

  it("tries again all that stopped, in one go", async () => {
    const rows = [1, 2, 3].map((number) =>
      makeDetail({ id: `${number}`, state: number < 3 ? "failed" : "published", can_cancel: false }),
    )
    const heard = fakeApi({
      "GET /api/v1/posts/post/publications": rows,
      "POST /api/v1/posts/post/retry": { changed: ["1", "2"], left: [] },
    })
    const { person } = renderApp(<Publications postId="post" zone="UTC" reconnect={() => null} />)

    await person.click(await screen.findByRole("button", { name: "Try the 2 stopped again" }))

    expect(heard.some(({ method }) => method === "POST")).toBe(true)
  })
})
