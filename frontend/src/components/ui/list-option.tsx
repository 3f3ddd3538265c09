"use client"

import { type ReactNode, useLayoutEffect, useRef } from "react"
import { cn } from "@/lib/cn"

type ListOptionProps = {
  id: string
  isChosen: boolean
  onTake: () => void
  className: string
  children: ReactNode
}

/** One option of a list that is walked from its input (`useArrowList`); it stays in sight while it is chosen. */
export function ListOption({ id, isChosen, onTake, className, children }: ListOptionProps) {
  const element = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (isChosen) element.current?.scrollIntoView?.({ block: "nearest" })
  }, [isChosen])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are pressed in the input, which says which option is meant.
    <div
      ref={element}
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isChosen}
      onClick={onTake}
      className={cn("cursor-pointer rounded-inner px-2 hover:bg-tint", className, isChosen && "bg-tint")}
    >
      {children}
    </div>
  )
}
