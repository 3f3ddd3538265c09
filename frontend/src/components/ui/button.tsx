import { cva, type VariantProps } from "class-variance-authority"
import type { ComponentProps } from "react"
import { cn } from "@/lib/cn"

export const buttonLook = cva(
  "inline-flex shrink-0 items-center justify-center gap-2 rounded-outer text-center font-strong no-underline transition-colors disabled:cursor-not-allowed aria-disabled:cursor-not-allowed",
  {
    variants: {
      kind: {
        primary:
          "bg-accent text-on-accent hover:bg-accent-deep disabled:bg-tint disabled:text-faint aria-disabled:bg-tint aria-disabled:text-muted",
        plain: "border border-line bg-raised text-ink hover:bg-tint disabled:text-faint",
        quiet: "text-muted hover:bg-tint hover:text-ink disabled:text-faint",
        danger: "bg-failed text-on-failed hover:opacity-90 disabled:bg-tint disabled:text-faint",
      },
      size: {
        usual: "min-h-9 px-3 text-14",
        small: "min-h-7 px-2 text-13",
        icon: "size-9 text-14",
        wide: "min-h-11 w-full px-4 py-2 text-14",
      },
    },
    defaultVariants: { kind: "plain", size: "usual" },
  },
)

export type ButtonLook = VariantProps<typeof buttonLook>

export function Button({
  kind,
  size,
  className,
  type = "button",
  ...props
}: ComponentProps<"button"> & ButtonLook) {
  return <button type={type} className={cn(buttonLook({ kind, size }), className)} {...props} />
}
