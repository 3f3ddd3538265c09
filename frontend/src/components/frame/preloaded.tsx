"use client"

import { type QueryKey, useQueryClient } from "@tanstack/react-query"
import { type ReactNode, useEffect, useState } from "react"

/** The answer to a query that came with the page; `at` is when it was given, in milliseconds. */
export type Answer = { key: QueryKey; data: unknown; at: number }

type PreloadedProps = { answers: readonly Answer[]; children: ReactNode }

/**
 * Hand the queries below what came with the page.
 *
 * TanStack's HydrationBoundary does more (errors, promises, mutations) and weighs 2 KiB on every page.
 */
export function Preloaded({ answers, children }: PreloadedProps) {
  const client = useQueryClient()
  // Before anything below is drawn; only what is not known yet, since drawing must not change what others show.
  useState(() => {
    for (const { key, data, at } of answers) {
      if (!client.getQueryState(key)?.dataUpdatedAt) client.setQueryData(key, data, { updatedAt: at })
    }
  })
  useEffect(() => {
    for (const { key, data, at } of answers) {
      if ((client.getQueryState(key)?.dataUpdatedAt ?? 0) < at)
        client.setQueryData(key, data, { updatedAt: at })
    }
  }, [client, answers])
  return children
}
