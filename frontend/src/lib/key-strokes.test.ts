import { afterEach, describe, expect, it, vi } from "vitest"
import { listenFor } from "./key-strokes"

let clock = 0
const compose = vi.fn()
const posts = vi.fn()
const hear = listenFor({ c: compose, "g p": posts }, () => clock)

function press(key: string, init: KeyboardEventInit = {}, on: Element = document.body): boolean {
  const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...init })
  on.addEventListener("keydown", (one) => hear(one as KeyboardEvent), { once: true })
  on.dispatchEvent(event)
  return event.defaultPrevented
}

afterEach(() => {
  clock += 10_000
  document.body.replaceChildren()
  vi.clearAllMocks()
})

describe("keys that do something", () => {
  it("are heard alone, and take the key for themselves", () => {
    expect(press("c")).toBe(true)
    expect(compose).toHaveBeenCalledOnce()
    expect(press("x")).toBe(false)
  })

  it("are heard one after the other, while the second comes soon", () => {
    press("g")
    clock += 400
    press("p")
    expect(posts).toHaveBeenCalledOnce()

    press("g")
    clock += 1_200
    press("p")
    expect(posts).toHaveBeenCalledOnce()
  })

  it("are not heard with another key held", () => {
    press("c", { ctrlKey: true })
    press("c", { metaKey: true })
    expect(compose).not.toHaveBeenCalled()
  })

  it.each(["<input>", "<textarea></textarea>", "<select></select>"])("are letters in %s", (html) => {
    document.body.innerHTML = html
    press("c", {}, document.body.firstElementChild ?? undefined)
    expect(compose).not.toHaveBeenCalled()
  })

  it("are heard on a checkbox, which nobody writes into", () => {
    document.body.innerHTML = "<input type=checkbox>"
    press("c", {}, document.body.firstElementChild ?? undefined)
    expect(compose).toHaveBeenCalledOnce()
  })

  it("wait while a dialog has to be answered", () => {
    document.body.innerHTML = "<dialog open></dialog>"
    press("c")
    expect(compose).not.toHaveBeenCalled()
  })
})
