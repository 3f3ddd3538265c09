import "@testing-library/jest-dom/vitest"
import { cleanup } from "@testing-library/react"
import { afterEach, beforeEach, vi } from "vitest"
import { refuseUnexpected } from "./fake-api"
import { navigation } from "./navigation"

vi.mock("next/navigation", () => navigation)

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
