import type { Metadata } from "next"
import { LibraryScreen } from "@/features/media/components/library-screen"

export const metadata: Metadata = { title: "Library" }

export default function LibraryPage() {
  return <LibraryScreen />
}
