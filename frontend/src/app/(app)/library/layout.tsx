import type { ReactNode } from "react"
import { Preloaded } from "@/components/frame/preloaded"
import { libraryQueries } from "@/features/media/api/library-queries"
import { EVERYTHING } from "@/features/media/library/wish"
import { preload } from "@/lib/session/preload"
import { LibraryPanel } from "./library-panel"

/** A layout is not told what its address asks for: it comes with the newest files, whatever is wished for. */
export default async function LibraryLayout({ children }: { children: ReactNode }) {
  const { count, pages, tags } = libraryQueries
  return (
    <Preloaded answers={await preload(count(EVERYTHING), pages(EVERYTHING), tags())}>
      <LibraryPanel>{children}</LibraryPanel>
    </Preloaded>
  )
}
