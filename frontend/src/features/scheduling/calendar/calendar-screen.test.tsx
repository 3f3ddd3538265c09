import { fireEvent, screen, within } from "@testing-library/react"
import { afterEach, describe, expect, it, vi } from "vitest"
import { Toaster } from "@/components/ui/toaster"
import type { CalendarPost } from "@/lib/api/types"
import { fakeApi, refusal } from "@/testing/fake-api"
import { makeAccount, makePost } from "@/testing/makers"
import { address } from "@/testing/navigation"
import { renderApp } from "@/testing/render"
import { CalendarScreen } from "./calendar-screen"

const BERLIN = "Europe/Berlin"

// Far enough away that none of these days ever lies in the past, and over a change of the clocks.
const post: CalendarPost = {
  id: "post",
  kind: "video",
  caption: "Morning light",
  status: "scheduled",
  timing_mode: "at",
  due_at: "2037-03-28T17:00:00Z",
  local_time: "2037-03-28T18:00",
  time_zone: BERLIN,
  account_count: 2,
  accounts: ["@studio.nord", "@quiet.room"],
  account_ids: ["acc-nord", "acc-quiet"],
  thumbnail_url: null,
  can_move: true,
  series_id: null,
}

afterEach(() => {
  address.search = ""
})

/** What the API answers; `more` are posts of the 28th that are not shown. */
function calendarOf(items: CalendarPost[], more = 0) {
  const counted = Object.entries(Object.groupBy(items, (one) => (one.local_time ?? "").slice(0, 10)))
  const days = counted.map(([day, posts]) => ({ day, posts: (posts?.length ?? 0) + more, drafts: 0 }))
  return { items, days, time_zone: BERLIN, left_out: more > 0 }
}

const onFiles = vi.fn()

function open(posts: CalendarPost[], more: Record<string, unknown> = {}, search = "?day=2037-03-28") {
  address.search = search
  const heard = fakeApi({
    "GET /api/v1/calendar": () => Response.json(calendarOf(posts)),
    ...more,
  })
  const app = renderApp(
    <>
      <CalendarScreen zone={BERLIN} accounts={[makeAccount()]} onFiles={onFiles} />
      <Toaster />
    </>,
  )
  return { heard, ...app }
}

/** The day's cell of the grid; the agenda of phones shows the posts a second time. */
async function findDay(name: RegExp) {
  return within((await screen.findAllByRole("listitem", { name }))[0] as HTMLElement)
}

describe("the calendar", () => {
  it("shows one day, or two weeks, with the accounts' names; empty ones say so", async () => {
    const { heard, unmount } = open([post], {}, "?day=2037-03-28&view=day")
    expect(await screen.findByText("@studio.nord, @quiet.room")).toBeVisible()
    expect(heard[0]?.path).toBe("/api/v1/calendar?from=2037-03-28&to=2037-03-28")
    expect(screen.getByRole("link", { name: "The next day" })).toHaveAttribute(
      "href",
      "/calendar?view=day&day=2037-03-29",
    )
    unmount()

    open([], {}, "?day=2037-03-29&view=day")
    expect(await screen.findByText("Nothing on this day.")).toBeVisible()
  })

  it("leads from a day's number to the day", async () => {
    open([post])
    const day = await findDay(/Mar 28/)
    expect(day.getByRole("link", { name: /Mar 28/ })).toHaveAttribute(
      "href",
      "/calendar?view=day&day=2037-03-28",
    )
  })

  it("puts a post on its day and asks for whole weeks", async () => {
    const { heard } = open([post])
    const day = await findDay(/Mar 28/)
    expect(day.getByRole("link", { name: "Morning light" })).toHaveAttribute("href", "/posts/post")
    expect(day.getByText("×2")).toBeVisible()
    expect(heard[0]?.path).toBe("/api/v1/calendar?from=2037-02-23&to=2037-04-05&per_day=4")
  })

  it("says how many posts of a day there is no room for, and counts them", async () => {
    open([post], { "GET /api/v1/calendar": () => Response.json(calendarOf([post], 65)) })
    const day = await findDay(/Mar 28/)
    expect(day.getByRole("link", { name: "65 more" })).toHaveAttribute(
      "href",
      "/calendar?view=day&day=2037-03-28",
    )
    expect(screen.getByText("66 posts · Berlin time")).toBeVisible()
  })

  it("takes files that are dropped on a day", async () => {
    open([post])
    await findDay(/Mar 28/)
    const cell = screen.getAllByRole("listitem", { name: /Mar 29/ })[0] as HTMLElement
    const clip = new File(["x"], "clip.mp4", { type: "video/mp4" })
    fireEvent.drop(cell, { dataTransfer: { types: ["Files"], files: [clip] } })
    expect(onFiles).toHaveBeenCalledWith([clip], "2037-03-29")
  })

  it("says whether TikTok takes a post where it is to be moved, and what else is near", async () => {
    const near = {
      account_id: "acc-quiet",
      post_mode: "DIRECT_POST",
      goes_out_at: post.due_at,
      used: 3,
      cap: 15,
      left: 12,
      fits: true,
      free_from: post.due_at,
      close_to: "2037-03-28T17:20:00Z",
    }
    const { person, heard } = open([post], {
      "POST /api/v1/quota": { accounts: [near], fits: true, free_for_all: null, first_at: "", last_at: "" },
    })
    const day = await findDay(/Mar 28/)
    await person.click(day.getByRole("button", { name: /Move to/ }))
    expect(await screen.findByText(/^@quiet\.room also posts at 06:20 PM\.$/)).toBeVisible()
    const asked = heard.find(({ method }) => method === "POST")
    expect(asked?.body).toMatchObject({ post_id: "post", at: "2037-03-28T17:00:00.000Z", targets: [] })
  })

  it("says which day has 23 hours", async () => {
    open([post])
    expect((await findDay(/Mar 29/)).getByText("23 h: the clocks go forward")).toBeVisible()
  })

  it("moves a post by keys, at once, and keeps its hour over the change of the clocks", async () => {
    let due = post
    const { person, heard } = open([], {
      "GET /api/v1/calendar": () => Response.json(calendarOf([due])),
      "POST /api/v1/posts/post/move": () => {
        due = { ...post, due_at: "2037-03-29T16:00:00Z", local_time: "2037-03-29T18:00" }
        return Response.json(makePost())
      },
    })
    const day = await findDay(/Mar 28/)
    day.getByRole("link", { name: "Morning light" }).focus()
    await person.keyboard("{Shift>}{ArrowRight}{/Shift}")

    expect((await findDay(/Mar 29/)).getByRole("link", { name: "Morning light" })).toBeVisible()
    expect(await screen.findByText(/^Moved “Morning light” to .*06:00 PM Berlin\.$/)).toBeVisible()
    const sent = heard.find(({ method }) => method === "POST")
    expect(sent?.body).toEqual({ local_time: "2037-03-29T18:00", time_zone: BERLIN })
    expect(screen.getByRole("button", { name: "Undo" })).toBeVisible()
  })

  it("puts a post back with the reason when it is refused", async () => {
    const { person } = open([post], {
      "POST /api/v1/posts/post/move": refusalOf(
        "TikTok already has this post for @studio.nord, so it keeps its time.",
      ),
    })
    const day = await findDay(/Mar 28/)
    day.getByRole("link", { name: "Morning light" }).focus()
    await person.keyboard("{Shift>}{ArrowDown}{/Shift}")

    expect(await screen.findByText(/keeps its time\. The post stays where it was\.$/)).toBeVisible()
    expect(day.getByRole("link", { name: "Morning light" })).toBeVisible()
  })

  it("refuses the past with words, and asks nobody", async () => {
    const { person, heard } = open([post])
    const day = await findDay(/Mar 28/)
    await person.click(day.getByRole("button", { name: /Move to/ }))
    const dialog = screen.getByRole("dialog")
    await person.clear(within(dialog).getByLabelText("Day"))
    await person.type(within(dialog).getByLabelText("Day"), "2020-01-01")

    expect(within(dialog).getByRole("alert")).toHaveTextContent("This time has passed.")
    expect(within(dialog).getByRole("button", { name: "Move" })).toBeDisabled()
    expect(heard.some(({ path }) => path.endsWith("/move"))).toBe(false)
  })

  it("offers no move of a post that TikTok has", async () => {
    open([{ ...post, can_move: false, status: "published" }])
    const day = await findDay(/Mar 28/)
    expect(day.getByRole("link", { name: "Morning light" })).toBeVisible()
    expect(day.queryByRole("button", { name: /Move to/ })).toBeNull()
  })
})

function refusalOf(sentence: string) {
  return () => refusal(409, "already_at_tiktok", sentence)
}
