import { type ComponentProps, type ReactNode, useId } from "react"
import { cn } from "@/lib/cn"

type ChoiceProps = Omit<ComponentProps<"input">, "type"> & { label: ReactNode; reason?: ReactNode }

/** A checkbox with its label; `reason` says why it cannot be ticked. */
export function Checkbox({ label, reason, className, ...props }: ChoiceProps) {
  const id = useId()
  return (
    <div className={cn("grid", className)}>
      <label
        className={cn(
          "flex min-h-7 items-center gap-2 text-14",
          props.disabled && "cursor-not-allowed text-muted",
        )}
      >
        <input
          type="checkbox"
          className="size-4 shrink-0 accent-accent"
          aria-describedby={reason ? id : undefined}
          {...props}
        />
        <span>{label}</span>
      </label>
      {reason ? (
        <p id={id} className="pl-6 text-12 text-muted">
          {reason}
        </p>
      ) : null}
    </div>
  )
}

/** An on/off switch: a checkbox that says so. */
export function Switch({ label, reason, className, ...props }: ChoiceProps) {
  const id = useId()
  return (
    <div className={cn("grid gap-0.5", className)}>
      <label className="flex min-h-7 items-center justify-between gap-3 text-14">
        <span>{label}</span>
        <input
          type="checkbox"
          role="switch"
          aria-describedby={reason ? id : undefined}
          className="relative h-5 w-9 shrink-0 appearance-none rounded-full border border-muted bg-raised transition-colors before:absolute before:top-[3px] before:left-[3px] before:size-3 before:rounded-full before:bg-muted before:transition-transform checked:border-accent checked:bg-accent checked:before:translate-x-4 checked:before:bg-on-accent disabled:opacity-50"
          {...props}
        />
      </label>
      {reason ? (
        <p id={id} className="text-12 text-muted">
          {reason}
        </p>
      ) : null}
    </div>
  )
}
