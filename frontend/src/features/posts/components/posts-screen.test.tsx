import { screen, waitFor, within } from "@testing-library/react"
import { afterEach, describe, expect, it } from "vitest"
import { fakeApi, refusal } from "@/testing/fake-api"
import { makePost, makePublication } from "@/testing/makers"
import { address, router } from "@/testing/navigation"
import { renderApp } from "@/testing/render"
import { PostsScreen } from "./posts-screen"

afterEach(() => {
  address.search = ""
  router.replace.mockClear()
})

describe("the list of posts", () => {
  it("shows the shape of what comes while it loads", () => {
    fakeApi({ "GET /api/v1/posts": () => new Promise<Response>(() => undefined) })
    renderApp(<PostsScreen zone="Europe/Berlin" grid={() => null} />)

    expect(screen.getByRole("status", { name: "Loading posts" })).toBeVisible()
  })

  it("says what to do when there is nothing", async () => {
    fakeApi({ "GET /api/v1/posts": { items: [], next_cursor: null } })
    renderApp(<PostsScreen zone="Europe/Berlin" grid={() => null} />)

    expect(await screen.findByText(/Nothing is written yet/)).toBeVisible()
    expect(screen.getAllByRole("link", { name: "Compose" })[0]).toHaveAttribute("href", "/compose")
  })

  it("says what failed and tries again", async () => {
    let calls = 0
    fakeApi({
      "GET /api/v1/posts": () => {
        calls += 1
        if (calls === 1) return refusal(400, "bad", "This page of the list does not exist.")
        return Response.json({ items: [makePost()], next_cursor: null })
      },
    })
    const { person } = renderApp(<PostsScreen zone="Europe/Berlin" grid={() => null} />)

    expect(await screen.findByRole("alert")).toHaveTextContent("This page of the list does not exist.")
    await person.click(screen.getByRole("button", { name: "Try again" }))
    expect(await screen.findByRole("link", { name: "Morning light" })).toBeVisible()
  })

  it("shows each post with its accounts, its time in the person's zone, and its state in a word", async () => {
    const publications = [
      makePublication({ state: "published" }),
      makePublication({ id: "2", state: "submitted" }),
    ]
    fakeApi({
      "GET /api/v1/posts": { items: [makePost({ status: "publishing", publications })], next_cursor: null },
    })
    renderApp(<PostsScreen zone="Asia/Tokyo" grid={() => null} />)

    const row = within(await screen.findByRole("row", { name: /Morning light/ }))
    expect(row.getByText("Publishing")).toBeVisible()
    expect(row.getByText("1 of 2 published")).toBeVisible()
    expect(row.getByText(/02:00|2:00/)).toBeVisible()
  })

  it("searches captions by what was typed, once nothing was for a moment, and keeps the rest of the address", async () => {
    address.search = "status=draft&cursor=older"
    fakeApi({ "GET /api/v1/posts": { items: [makePost()], next_cursor: null } })
    const { person } = renderApp(<PostsScreen zone="Europe/Berlin" grid={() => null} />)

    await person.type(screen.getByRole("searchbox", { name: "Search captions" }), "two bells")

    await waitFor(() => expect(router.replace).toHaveBeenCalledWith("/posts?status=draft&q=two+bells"))
    expect(router.replace).toHaveBeenCalledTimes(1)
  })

  it("asks for the words in the address, and says when no caption has them", async () => {
    address.search = "q=zebra"
    const heard = fakeApi({ "GET /api/v1/posts": { items: [], next_cursor: null } })
    renderApp(<PostsScreen zone="Europe/Berlin" grid={() => null} />)

    expect(await screen.findByText("No post has “zebra” in its caption.")).toBeVisible()
    expect(heard[0]?.path).toContain("q=zebra")
    expect(screen.getByRole("searchbox")).toHaveValue("zebra")
    expect(screen.getByRole("link", { name: "Scheduled" })).toHaveAttribute(
      "href",
      "/posts?status=scheduled&q=zebra",
    )
  })

  it("asks for the status that stands in the address", async () => {
    address.search = "status=needs_you"
    const heard = fakeApi({ "GET /api/v1/posts": { items: [], next_cursor: null } })
    renderApp(<PostsScreen zone="Europe/Berlin" grid={() => null} />)

    expect(await screen.findByText(/No post is in the state/)).toBeVisible()
    expect(heard[0]?.path).toContain("status=needs_you")
    expect(screen.getByRole("link", { name: "Needs you" })).toHaveAttribute("aria-current", "page")
  })

  it("shows a caption as text, whatever stands in it", async () => {
    const caption = '<img src=x onerror="alert(1)">'
    fakeApi({ "GET /api/v1/posts": { items: [makePost({ caption })], next_cursor: null } })
    renderApp(<PostsScreen zone="UTC" grid={() => null} />)

    expect(await screen.findByText(caption)).toBeVisible()
    expect(document.querySelector("img[src=x]")).toBeNull()
  })

  it("keeps the filter when the view is changed, and asks for no list behind the grid", () => {
    address.search = "view=grid&status=failed"
    const heard = fakeApi({})
    renderApp(<PostsScreen zone="UTC" grid={({ status }) => <p>The grid of {status}</p>} />)

    expect(screen.getByText("The grid of failed")).toBeVisible()
    expect(screen.getByRole("link", { name: "List" })).toHaveAttribute("href", "/posts?status=failed")
    expect(screen.getByRole("link", { name: "Held" })).toHaveAttribute("href", "/posts?view=grid&status=held")
    expect(heard).toEqual([])
  })
})
