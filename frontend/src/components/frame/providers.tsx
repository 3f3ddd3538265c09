"use client"

import { QueryClientProvider } from "@tanstack/react-query"
import { type ReactNode, useState } from "react"
import { type Drawn, DrawnContext } from "@/lib/drawn"
import { makeQueryClient } from "@/lib/query-client"

export function Providers({ drawn, children }: { drawn: Drawn; children: ReactNode }) {
  const [client] = useState(makeQueryClient)
  return (
    <DrawnContext value={drawn}>
      <QueryClientProvider client={client}>{children}</QueryClientProvider>
    </DrawnContext>
  )
}
