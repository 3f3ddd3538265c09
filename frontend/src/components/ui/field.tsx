import { type ComponentProps, type ReactNode, useId } from "react"
import { cn } from "@/lib/cn"

type Wiring = { id: string; "aria-describedby"?: string; "aria-invalid"?: true }

type FieldProps = {
  label: ReactNode
  hint?: ReactNode
  error?: string | undefined
  /** Something small at the label's right end, such as a counter. */
  aside?: ReactNode
  children: (wiring: Wiring) => ReactNode
}

/** A label, its input, a hint, and what is wrong, tied together for eyes and screen readers. */
export function Field({ label, hint, error, aside, children }: FieldProps) {
  const id = useId()
  const notes = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ")
  return (
    <div className="grid gap-1">
      <div className="flex items-baseline justify-between gap-2">
        <label htmlFor={id} className="text-13 font-strong">
          {label}
        </label>
        {aside}
      </div>
      {children({ id, "aria-describedby": notes || undefined, "aria-invalid": error ? true : undefined })}
      {hint ? (
        <p id={`${id}-hint`} className="text-12 text-muted">
          {hint}
        </p>
      ) : null}
      <FieldError id={`${id}-error`}>{error}</FieldError>
    </div>
  )
}

export function FieldError({ id, children }: { id?: string; children: ReactNode }) {
  if (!children) return null
  return (
    <p id={id} role="alert" className="text-13 text-failed">
      {children}
    </p>
  )
}

const box =
  "w-full rounded-outer border border-edge bg-raised px-3 text-14 text-ink transition-colors hover:border-muted aria-invalid:border-failed disabled:bg-tint disabled:text-faint"

export function Input({ className, ...props }: ComponentProps<"input">) {
  return <input className={cn(box, "h-9", className)} {...props} />
}

export function Textarea({ className, ...props }: ComponentProps<"textarea">) {
  return <textarea className={cn(box, "min-h-24 resize-y py-2", className)} {...props} />
}

/** The browser's own select: it knows every phone and keyboard, and costs nothing. */
export function Select({ className, ...props }: ComponentProps<"select">) {
  return <select className={cn(box, "h-9 pr-2", className)} {...props} />
}
