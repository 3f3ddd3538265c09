import type { ReactNode } from "react"
import { LibraryPanel } from "./library-panel"

export default function LibraryLayout({ children }: { children: ReactNode }) {
  return <LibraryPanel>{children}</LibraryPanel>
}
