import type { ReactNode } from "react"
import { Mark } from "./mark"

/** The page around signing in and up. */
export function Entrance({ title, lead, children }: { title: string; lead: string; children: ReactNode }) {
  return (
    <main className="mx-auto grid min-h-dvh w-full max-w-[400px] content-start gap-6 px-4 pt-[14dvh] pb-12">
      <div className="grid gap-4">
        <div className="flex items-center gap-2">
          <Mark />
          <span className="font-strong text-16">Carillon</span>
        </div>
        <div className="grid gap-1">
          <h1 className="text-20">{title}</h1>
          <p className="text-muted">{lead}</p>
        </div>
      </div>
      {children}
    </main>
  )
}
