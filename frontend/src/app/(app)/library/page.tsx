import type { Metadata } from "next"

export const metadata: Metadata = { title: "Library" }

/** The list alone: the layout shows it, and a file's page stands beside it. */
export default function LibraryPage() {
  return null
}
