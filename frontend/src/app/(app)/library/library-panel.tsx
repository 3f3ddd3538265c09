"use client"

import { usePathname } from "next/navigation"
import type { ReactNode } from "react"
import { LibraryScreen } from "@/features/media/library/library-screen"

/** The list, which stays where it is while files are opened beside it. */
export function LibraryPanel({ children }: { children: ReactNode }) {
  const fileId = usePathname().split("/")[2]
  return <LibraryScreen fileId={fileId}>{children}</LibraryScreen>
}
