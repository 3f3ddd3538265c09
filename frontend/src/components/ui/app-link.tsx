import Link from "next/link"
import type { ComponentProps } from "react"

/** A link within the app. Nothing is fetched before it is asked for: prefetching doubles what a page loads. */
export function AppLink(props: Omit<ComponentProps<typeof Link>, "prefetch">) {
  return <Link prefetch={false} {...props} />
}
