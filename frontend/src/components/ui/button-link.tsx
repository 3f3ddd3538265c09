import type { ComponentProps } from "react"
import { cn } from "@/lib/cn"
import { AppLink } from "./app-link"
import { type ButtonLook, buttonLook } from "./button"

/** A link that looks like a button. Apart from it, so that pages with buttons alone do not load the router's link. */
export function ButtonLink({ kind, size, className, ...props }: ComponentProps<typeof AppLink> & ButtonLook) {
  return <AppLink className={cn(buttonLook({ kind, size }), className)} {...props} />
}
