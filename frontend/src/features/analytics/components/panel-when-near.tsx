"use client"

import type { ReactNode } from "react"
import { Skeleton } from "@/components/ui/skeleton"
import { type Message, t } from "@/lib/i18n"
import { useNear } from "@/lib/use-near"
import { Panel } from "./panel"

type PanelWhenNearProps = {
  title: Message
  /** The skeleton's height: that of the panel to come, without its heading. */
  skeleton: string
  children: ReactNode
}

/**
 * A panel below what is seen: neither its code nor its figures are loaded before somebody comes near.
 *
 * Its heading stands there from the beginning, for who walks a page by its headings.
 */
export function PanelWhenNear({ title, skeleton, children }: PanelWhenNearProps) {
  const [place, isNear] = useNear<HTMLDivElement>()
  return (
    <div ref={place} className="grid min-w-0">
      {isNear ? children : <PanelToCome title={title} skeleton={skeleton} />}
    </div>
  )
}

export function PanelToCome({ title, skeleton }: Omit<PanelWhenNearProps, "children">) {
  return (
    <Panel title={t(title)}>
      <Skeleton className={skeleton} />
    </Panel>
  )
}
