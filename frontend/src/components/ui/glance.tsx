import { type ReactNode, useId } from "react"
import { AppLink } from "./app-link"

type GlanceProps = { title: string; href: string; link: string; children: ReactNode }

/** A few facts beside what a page is about, and the way to all of them. */
export function Glance({ title, href, link, children }: GlanceProps) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="rounded-outer border border-line bg-raised px-4 py-3">
      <header className="flex items-baseline justify-between gap-3 pb-1">
        <h2 id={id} className="text-14">
          {title}
        </h2>
        <AppLink href={href} className="text-13">
          {link}
        </AppLink>
      </header>
      {children}
    </section>
  )
}

type GlanceRowProps = { name: string; value: ReactNode; aside?: ReactNode }

/** One fact: its name, its value, and what it did. */
export function GlanceRow({ name, value, aside }: GlanceRowProps) {
  return (
    <div className="flex min-h-8 items-baseline gap-2 border-line border-t pt-1.5 text-13 first:border-t-0">
      <dt className="text-muted">{name}</dt>
      <dd className="tabular ml-auto font-strong text-14">{value}</dd>
      {aside ? <dd className="tabular min-w-16 text-right text-12 text-muted">{aside}</dd> : null}
    </div>
  )
}
