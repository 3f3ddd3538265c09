"use client"

import { Button } from "@/components/ui/button"
import { cn } from "@/lib/cn"

export const steps = ["What", "Where", "When"] as const

type StepsProps = { current: number; onGo: (step: number) => void }

/** On a phone the composer is three steps; beside each other there is nothing to step through. */
export function Steps({ current, onGo }: StepsProps) {
  return (
    <ol className="mb-4 grid grid-cols-3 gap-1 tablet:hidden">
      {steps.map((name, index) => (
        <li key={name}>
          <button
            type="button"
            aria-current={index === current ? "step" : undefined}
            onClick={() => onGo(index)}
            className={cn(
              "w-full border-b-2 px-1 py-2 text-left text-13",
              index === current ? "border-accent font-strong" : "border-line text-muted",
            )}
          >
            <span className="tabular">{index + 1}.</span> {name}
          </button>
        </li>
      ))}
    </ol>
  )
}

/** On a phone, the way on from the first two. */
export function NextStep({ step, onGo }: { step: number; onGo: (step: number) => void }) {
  if (step === 2) return null
  return (
    <Button size="wide" className="mt-6 tablet:hidden" onClick={() => onGo(step + 1)}>
      Next
    </Button>
  )
}
