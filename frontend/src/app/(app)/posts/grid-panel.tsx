"use client"

import type { ComponentProps } from "react"
import { ReconnectButton } from "@/features/accounts/components/reconnect-button"
import { PostGrid } from "@/features/publishing/components/grid/post-grid"

type GridPanelProps = Omit<ComponentProps<typeof PostGrid>, "reconnect">

/** The grid with the one thing it needs of the accounts: the way to connect one again. */
export function GridPanel(props: GridPanelProps) {
  return <PostGrid {...props} reconnect={(account) => <ReconnectButton account={account} />} />
}
