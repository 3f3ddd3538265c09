"use client"

import { Button } from "@/components/ui/button"
import { cn } from "@/lib/cn"
import { m, t } from "@/lib/i18n"

export const steps = [
  { id: "what", label: m("What") },
  { id: "where", label: m("Where") },
  { id: "when", label: m("When") },
]

type StepsProps = { current: number; onGo: (step: number) => void }

/** On a phone the composer is three steps; beside each other there is nothing to step through. */
export function Steps({ current, onGo }: StepsProps) {
  return (
    <ol className="mb-4 grid grid-cols-3 gap-1 tablet:hidden">
      {steps.map(({ id, label }, index) => (
        <li key={id}>
          <button
            type="button"
            aria-current={index === current ? "step" : undefined}
            onClick={() => onGo(index)}
            className={cn(
              "w-full border-b-2 px-1 py-2 text-left text-13",
              index === current ? "border-accent font-strong" : "border-line text-muted",
            )}
          >
            <span className="tabular">{index + 1}.</span> {t(label)}
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
      {t("Next")}
    </Button>
  )
}
