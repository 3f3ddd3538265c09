import { QueryClientProvider } from "@tanstack/react-query"
import { render } from "@testing-library/react"
import userEvent from "@testing-library/user-event"
import type { ReactElement } from "react"
import { makeQueryClient } from "@/lib/query-client"

/** Render as in the app, with a cache of its own and without second tries. */
export function renderApp(element: ReactElement) {
  const client = makeQueryClient()
  client.setDefaultOptions({ queries: { retry: false }, mutations: { retry: false } })
  const person = userEvent.setup()
  return { person, client, ...render(<QueryClientProvider client={client}>{element}</QueryClientProvider>) }
}
