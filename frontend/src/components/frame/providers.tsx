"use client"

import { QueryClientProvider } from "@tanstack/react-query"
import { type ReactNode, useState } from "react"
import { makeQueryClient } from "@/lib/query-client"

export function Providers({ children }: { children: ReactNode }) {
  const [client] = useState(makeQueryClient)
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>
}
