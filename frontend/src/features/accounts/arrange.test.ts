import { describe, expect, it } from "vitest"
import { makeAccount } from "@/testing/makers"
import { accountsAddress, arrange, readArrangement } from "./arrange"

const nord = makeAccount({
  id: "1",
  username: "studio.nord",
  nickname: "Studio Nord",
  follower_count: 12_431,
  group_ids: ["de"],
})
const bare = makeAccount({
  id: "2",
  username: "bare",
  nickname: "Bare",
  follower_count: null,
  synced_at: null,
  group_ids: ["de", "test"],
})
const cafe = makeAccount({
  id: "3",
  username: "cafe",
  nickname: "Café",
  follower_count: 50,
  status: "reconnect_required",
})
const all = [nord, bare, cafe]
const ids = (query: string) =>
  arrange(all, readArrangement(new URLSearchParams(query)))
    .map(({ id }) => id)
    .join("")

describe("accounts, arranged", () => {
  it("stay as the server tells them until something else is asked", () => {
    expect(ids("")).toBe("123")
    expect(ids("sort=nonsense&state=nonsense")).toBe("123")
  })

  it("are ordered by name, followers and how long they were not synced, with the unknown where it belongs", () => {
    expect(ids("sort=name")).toBe("231")
    expect(ids("sort=followers")).toBe("132")
    expect(ids("sort=synced")[0]).toBe("2")
  })

  it("are found by name and handle, and by what they wait for", () => {
    expect(ids("q=cafe")).toBe("3")
    expect(ids("q=nord")).toBe("1")
    expect(ids("state=waiting")).toBe("3")
    expect(ids("state=paused")).toBe("")
  })

  it("are found by a group they are in, and by being in none", () => {
    expect(ids("group=de")).toBe("12")
    expect(ids("group=test&q=bare")).toBe("2")
    expect(ids("group=none")).toBe("3")
    expect(ids("group=gone")).toBe("")
  })

  it("have an address that says what was asked and nothing else", () => {
    expect(accountsAddress({ q: "", kind: "all", group: "", order: "newest" })).toBe("/accounts")
    const asked = { q: "no rd", kind: "paused", group: "de", order: "name" } as const
    const query = "q=no+rd&state=paused&group=de&sort=name"
    expect(accountsAddress(asked)).toBe(`/accounts?${query}`)
    expect(readArrangement(new URLSearchParams(query))).toEqual(asked)
  })
})
