import { vi } from "vitest"

/** The router as components see it in a test: what was asked of it, and the address they stand at. */
export const router = { push: vi.fn(), replace: vi.fn(), refresh: vi.fn() }
export const address = { search: "" }

export const navigation = {
  useRouter: () => router,
  usePathname: () => "/",
  useSearchParams: () => new URLSearchParams(address.search),
}
