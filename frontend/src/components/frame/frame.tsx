import type { ReactNode } from "react"
import { Toaster } from "@/components/ui/toaster"
import { t } from "@/lib/i18n"
import { Mark } from "./mark"
import { Nav } from "./nav"
import { OfflineBar } from "./offline-bar"

/** The app around every page: 224 px of places, icons on a tablet, a bar at the bottom on a phone. */
type FrameProps = {
  workspace: ReactNode
  /** The bell: last in a phone's bar, under the icons on a tablet, beside the workspace on a desk. */
  bell: ReactNode
  /** The way to everything by its name: above the places at the side, beside them on a phone. */
  find: ReactNode
  children: ReactNode
}

export function Frame({ workspace, bell, find, children }: FrameProps) {
  return (
    <div className="min-h-dvh tablet:grid tablet:grid-cols-[var(--sidebar-icons)_minmax(0,1fr)] desk:grid-cols-[var(--sidebar)_minmax(0,1fr)]">
      <a
        href="#content"
        className="sr-only rounded-outer bg-raised px-3 py-2 focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-30"
      >
        {t("Skip to the page")}
      </a>
      <aside className="fixed inset-x-0 bottom-0 z-10 flex border-line border-t bg-paper pb-[env(safe-area-inset-bottom)] tablet:sticky tablet:top-0 tablet:block tablet:h-dvh tablet:self-start tablet:border-t-0 tablet:border-r tablet:p-2 desk:p-3">
        <div className="hidden h-12 items-center gap-3 overflow-hidden px-2 tablet:flex desk:pr-12 desk:pl-3">
          <Mark />
          <div className="hidden min-w-0 desk:block">{workspace}</div>
        </div>
        <div className="min-w-0 flex-1 tablet:mb-1 desk:my-2">{find}</div>
        <div className="min-w-0 flex-8">
          <Nav />
        </div>
        <div className="relative min-w-0 flex-1 tablet:mt-0.5 desk:absolute desk:top-4 desk:right-3">
          {bell}
        </div>
      </aside>
      <div className="min-w-0">
        <OfflineBar />
        <main
          id="content"
          tabIndex={-1}
          className="px-4 pt-6 pb-24 outline-none tablet:px-8 tablet:pt-8 tablet:pb-12"
        >
          {children}
        </main>
      </div>
      <Toaster />
    </div>
  )
}
