import { cn } from "@/lib/cn"

/** A still block where something will stand; give it the size of what comes. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={cn("block rounded-inner bg-line opacity-60", className)} />
}
