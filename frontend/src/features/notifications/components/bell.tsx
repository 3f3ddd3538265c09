"use client"

import { useQuery } from "@tanstack/react-query"
import { Bell as BellIcon } from "lucide-react"
import { usePathname } from "next/navigation"
import { AppLink } from "@/components/ui/app-link"
import { cn } from "@/lib/cn"
import { t } from "@/lib/i18n"
import { useLiveEvents } from "@/lib/use-live-events"
import { notificationQueries } from "../api/notification-queries"

const MOST_SHOWN = 99

/** The way to what a person was told, with how much of it is unread. Live events come in here, since it is on every page. */
export function Bell() {
  useLiveEvents()
  const unread = useQuery(notificationQueries.unread()).data ?? 0
  const here = usePathname().startsWith("/notifications")
  const shown = unread > MOST_SHOWN ? `${MOST_SHOWN}+` : String(unread)
  // The figure that is seen stands in the name too, for who speaks to the page.
  const title = unread === 0 ? t("Notifications") : t("Notifications, {count} unread", { count: shown })
  const name = unread === 0 ? t("News") : t("News, {count} unread", { count: shown })
  return (
    <>
      <AppLink
        href="/notifications"
        title={title}
        aria-label={name}
        aria-current={here ? "page" : undefined}
        className={cn(
          "flex min-h-12 flex-col items-center justify-center gap-0.5 rounded-outer text-12 no-underline transition-colors tablet:min-h-9 desk:size-9 hover:bg-tint",
          here ? "text-accent" : "text-muted hover:text-ink",
        )}
      >
        <span className="relative">
          <BellIcon aria-hidden className="size-5 tablet:size-4" />
          {unread > 0 ? (
            <span
              aria-hidden
              className="tabular -top-1 left-2.5 absolute grid h-4 min-w-4 place-items-center rounded-full bg-failed px-1 font-strong text-12 text-on-failed leading-none"
            >
              {shown}
            </span>
          ) : null}
        </span>
        <span className="sr-only">{t("News")}</span>
      </AppLink>
      <span aria-live="polite" className="sr-only">
        {unread === 1 ? t("1 unread notification") : null}
        {unread > 1 ? t("{count} unread notifications", { count: unread }) : null}
      </span>
    </>
  )
}
