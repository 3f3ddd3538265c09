"use client"

import { CalendarDays, ChartLine, Film, House, ListChecks, PenLine, Settings, UsersRound } from "lucide-react"
import { usePathname } from "next/navigation"
import { AppLink } from "@/components/ui/app-link"
import { cn } from "@/lib/cn"
import { m, t } from "@/lib/i18n"

const entries = [
  { href: "/", word: m("Home"), icon: House },
  { href: "/calendar", word: m("Calendar"), icon: CalendarDays },
  { href: "/compose", word: m("Compose"), icon: PenLine },
  { href: "/posts", word: m("Posts"), icon: ListChecks },
  { href: "/library", word: m("Library"), icon: Film },
  { href: "/accounts", word: m("Accounts"), icon: UsersRound },
  { href: "/analytics", word: m("Analytics"), icon: ChartLine },
  { href: "/settings", word: m("Settings"), icon: Settings },
]

/** The places of the app: a list at the side, a bar at the bottom of a phone. */
export function Nav() {
  const path = usePathname()
  return (
    <nav aria-label={t("Main")}>
      <ul className="flex tablet:grid tablet:gap-0.5">
        {entries.map(({ href, word, icon: Icon }) => {
          const here = href === "/" ? path === "/" : path.startsWith(href)
          return (
            <li key={href} className={here ? "max-tablet:flex-[1_0_auto]" : "min-w-0 flex-1"}>
              <AppLink
                href={href}
                title={t(word)}
                aria-current={here ? "page" : undefined}
                className={cn(
                  "flex min-h-12 flex-col items-center justify-center gap-0.5 rounded-outer text-12 no-underline transition-colors tablet:min-h-9 tablet:flex-row tablet:justify-start tablet:gap-3 tablet:px-3 tablet:text-14 hover:bg-tint",
                  here ? "text-accent tablet:bg-tint tablet:font-strong" : "text-muted hover:text-ink",
                )}
              >
                <Icon aria-hidden className="size-5 shrink-0 tablet:size-4" />
                {/* Eight words do not fit a phone side by side: there only the place one is at is named. */}
                <span className={cn("tablet:sr-only desk:not-sr-only", !here && "max-tablet:sr-only")}>
                  {t(word)}
                </span>
              </AppLink>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
