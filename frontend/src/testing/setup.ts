import "@testing-library/jest-dom/vitest"
import { cleanup, configure } from "@testing-library/react"
import { afterEach, beforeEach, vi } from "vitest"
import { refuseUnexpected } from "./fake-api"
import { navigation } from "./navigation"

vi.mock("next/navigation", () => navigation)

// Parts are loaded when they are needed, and a busy machine takes its time over that.
configure({ asyncUtilTimeout: 10_000 })

beforeEach(() => {
  if (typeof window === "undefined") return
  refuseUnexpected()
  sessionStorage.clear()
  localStorage.clear()
  // jsdom draws nothing, so its dialogs neither open nor close by themselves.
  HTMLDialogElement.prototype.showModal ??= function show(this: HTMLDialogElement) {
    this.open = true
  }
  HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement) {
    this.open = false
  }
})

afterEach(cleanup)
