import { screen, within } from "@testing-library/react"
import { beforeEach, describe, expect, it } from "vitest"
import type { Grid, GridCell, GridRow } from "@/lib/api/types"
import { fakeApi } from "@/testing/fake-api"
import { renderApp } from "@/testing/render"
import { PostGrid } from "./post-grid"

beforeEach(() => window.history.replaceState(null, "", "/posts?view=grid"))

function makeCell(part: Partial<GridCell> = {}): GridCell {
  return {
    id: "cell",
    account_id: "nord",
    state: "failed",
    post_mode: "DIRECT_POST",
    privacy_level: "PUBLIC_TO_EVERYONE",
    due_at: "2026-11-24T17:00:00Z",
    published_at: null,
    finished_at: null,
    reason: { code: "spam_risk", message: "TikTok judged this post risky and refused it.", log_id: null },
    tiktok_url: null,
    remedy: "retry",
    ...part,
  }
}

function makeRow(part: Partial<GridRow> = {}): GridRow {
  return {
    id: "post",
    caption: "Morning light",
    thumbnail_url: null,
    due_at: "2026-11-24T17:00:00Z",
    can_edit: true,
    stopped: 1,
    open: 0,
    cells: [makeCell()],
    ...part,
  }
}

const accounts: Grid["accounts"] = [
  { id: "nord", username: "studio.nord", nickname: "Studio Nord", avatar_url: null },
  { id: "quiet", username: "quiet.room", nickname: "Quiet Room", avatar_url: null },
]

function show(rows: GridRow[], more = {}) {
  const heard = fakeApi({ "GET /api/v1/posts/grid": { accounts, rows, next_cursor: null }, ...more })
  const shown = renderApp(
    <PostGrid
      filter={{}}
      zone="Europe/Berlin"
      empty={<p>Nothing is written yet.</p>}
      pages={() => null}
      reconnect={({ nickname }) => <button type="button">Reconnect {nickname}</button>}
    />,
  )
  return { heard, ...shown }
}

const SLOW = { timeout: 4000 } // the panel is loaded when it is needed

const failedNord = { name: "Studio Nord: Failed. TikTok judged this post risky and refused it." }

describe("the grid of posts by accounts", () => {
  it("says in words what a colour says, and nothing where a post is not for an account", async () => {
    show([makeRow()])

    const row = within(await screen.findByRole("row", { name: /Morning light/ }))
    expect(row.getByRole("button", failedNord)).toBeVisible()
    expect(row.queryByRole("button", { name: /Quiet Room/ })).toBeNull()
  })

  it("shows the reason and the one button of the cell that has the focus", async () => {
    const { person, heard } = show([makeRow()], { "POST /api/v1/publications/cell/retry": {} })

    await person.click(await screen.findByRole("button", failedNord))

    const panel = within(await screen.findByRole("region", { name: "Studio Nord: Morning light" }, SLOW))
    expect(panel.getByText("TikTok judged this post risky and refused it.")).toBeVisible()
    expect(new URL(window.location.href).searchParams.get("cell")).toBe("cell")
    await person.click(panel.getByRole("button", { name: "Try again" }))
    expect(heard.some(({ method, path }) => method === "POST" && path.endsWith("/cell/retry"))).toBe(true)
  })

  it("is walked through by the arrow keys, past the gaps, and left by Escape", async () => {
    const rows = [
      makeRow({ cells: [makeCell({ id: "a" }), makeCell({ id: "b", account_id: "quiet", state: "held" })] }),
      makeRow({ id: "2", caption: "No cell here", cells: [] }),
      makeRow({
        id: "3",
        caption: "Evening",
        cells: [
          makeCell({ id: "c", account_id: "quiet", state: "scheduled", reason: null, remedy: "cancel" }),
        ],
      }),
    ]
    const { person } = show(rows)
    await person.click(await screen.findByRole("button", failedNord))
    await screen.findByRole("region", { name: "Studio Nord: Morning light" }, SLOW) // it takes the focus when it comes
    screen.getByRole("button", failedNord).focus()

    await person.keyboard("{ArrowRight}")
    expect(await screen.findByRole("region", { name: "Quiet Room: Morning light" }, SLOW)).toBeVisible()
    await person.keyboard("{ArrowDown}")
    const panel = await screen.findByRole("region", { name: "Quiet Room: Evening" }, SLOW)
    expect(within(panel).getByRole("button", { name: "Call it off" })).toBeVisible()
    await person.keyboard("{Enter}")
    expect(panel).toHaveFocus()
    await person.keyboard("{Escape}")
    expect(screen.queryByRole("region", { name: /Quiet Room/ })).toBeNull()
    expect(screen.getByRole("button", { name: "Quiet Room: Scheduled" })).toHaveFocus()
  })

  it("offers to connect the account again where that is what helps", async () => {
    const { person } = show([makeRow({ cells: [makeCell({ state: "held", remedy: "reconnect" })] })])

    await person.click(await screen.findByRole("button", { name: /Studio Nord: Held/ }))

    expect(await screen.findByRole("button", { name: "Reconnect Studio Nord" }, SLOW)).toBeVisible()
  })

  it("tries again all that stopped of one post", async () => {
    const { person, heard } = show([makeRow({ stopped: 3 })], {
      "POST /api/v1/posts/post/retry": { changed: ["cell"], left: [] },
    })

    await person.click(
      await screen.findByRole("button", {
        name: "Retry 3 stopped: “Morning light”",
      }),
    )

    expect(heard.some(({ path }) => path === "/api/v1/posts/post/retry")).toBe(true)
  })

  it("says what to do when there is nothing", async () => {
    show([])

    expect(await screen.findByText("Nothing is written yet.")).toBeVisible()
  })
})
