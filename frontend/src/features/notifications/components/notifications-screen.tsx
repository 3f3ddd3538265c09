"use client"

import { useInfiniteQuery } from "@tanstack/react-query"
import { CircleAlert, CircleCheck, Clock, Info } from "lucide-react"
import { AppLink } from "@/components/ui/app-link"
import { Button } from "@/components/ui/button"
import { BellsDrawing } from "@/components/ui/drawings"
import { Empty } from "@/components/ui/empty"
import { Failed } from "@/components/ui/failed"
import { PageHead } from "@/components/ui/page-head"
import { Skeleton } from "@/components/ui/skeleton"
import { say } from "@/components/ui/toaster"
import { sentenceOf } from "@/lib/api/api-error"
import type { Notification } from "@/lib/api/types"
import { cn } from "@/lib/cn"
import { dayAndTime, fromNow } from "@/lib/dates"
import { t } from "@/lib/i18n"
import { rich } from "@/lib/rich"
import { notificationQueries, useReadNotifications } from "../api/notification-queries"

/** Everything a person was told, the last first. */
export function NotificationsScreen({ zone }: { zone: string }) {
  const list = useInfiniteQuery(notificationQueries.list())
  const read = useReadNotifications()
  const items = list.data?.pages.flatMap((page) => page.items)
  const unread = list.data?.pages[0]?.unread ?? 0
  const newest = items?.[0]
  return (
    <>
      <PageHead
        title={t("Notifications")}
        state={
          list.data ? (unread === 0 ? t("Nothing is unread.") : t("{count} unread", { count: unread })) : ""
        }
        action={
          unread > 0 && newest ? (
            <Button
              disabled={read.upTo.isPending}
              onClick={() => read.upTo.mutate(newest.last_at, { onError: (error) => say(sentenceOf(error)) })}
            >
              {t("Mark all as read")}
            </Button>
          ) : undefined
        }
      />
      <div className="max-w-[720px]">
        {list.isPending ? <Skeleton className="h-80 w-full" /> : null}
        {list.isError && !items ? <Failed error={list.error} retry={() => list.refetch()} /> : null}
        {items?.length === 0 ? (
          <Empty
            drawing={<BellsDrawing />}
            sentence={t(
              "Nothing to tell you. When a post fails, is held or needs you, or an account has to be connected again, it is said here.",
            )}
          />
        ) : null}
        <ul>
          {items?.map((item) => (
            <Told key={item.id} item={item} zone={zone} onRead={() => read.one.mutate(item.id)} />
          ))}
        </ul>
        {list.hasNextPage ? (
          <Button
            className="mt-4"
            disabled={list.isFetchingNextPage}
            onClick={() => void list.fetchNextPage()}
          >
            {list.isFetchingNextPage ? t("Loading…") : t("Show earlier ones")}
          </Button>
        ) : null}
        <p className="mt-6 text-13 text-muted">
          {rich(t("What you are mailed, and when, you choose in <link>Settings</link>."), {
            link: (text) => <AppLink href="/settings#mail">{text}</AppLink>,
          })}
        </p>
      </div>
    </>
  )
}

type ToldProps = { item: Notification; zone: string; onRead: () => void }

function Told({ item, zone, onRead }: ToldProps) {
  const unread = !item.is_read
  return (
    <li className="flex items-start gap-3 border-line border-b py-3">
      <Sign item={item} />
      <div className="grid min-w-0 flex-1 gap-0.5">
        <p className={cn(unread && "font-strong")}>
          {item.link ? (
            <AppLink href={item.link} className="text-ink" onClick={unread ? onRead : undefined}>
              {item.title}
            </AppLink>
          ) : (
            item.title
          )}
        </p>
        {item.body ? <p className="text-13 text-muted">{item.body}</p> : null}
        <p className="text-12 text-muted">
          <time suppressHydrationWarning dateTime={item.last_at} title={dayAndTime(item.last_at, zone)}>
            {fromNow(item.last_at)}
          </time>
          {item.is_settled ? ` · ${t("sorted out since")}` : ""}
        </p>
      </div>
      {unread ? (
        <Button
          size="small"
          kind="quiet"
          onClick={onRead}
          aria-label={t("Mark as read: {title}", { title: item.title })}
        >
          {t("Mark as read")}
        </Button>
      ) : null}
    </li>
  )
}

/** How urgent it is, as icon, colour and word. */
function Sign({ item }: { item: Notification }) {
  const { icon: Icon, colour, word } = signOf(item)
  return (
    <span title={word} className={cn("mt-0.5 shrink-0", colour)}>
      <Icon aria-hidden className="size-4" />
      <span className="sr-only">{word}</span>
    </span>
  )
}

function signOf({ is_settled, is_read, urgency }: Notification) {
  if (is_settled) return { icon: CircleCheck, colour: "text-published", word: t("Sorted out") }
  if (urgency === "now")
    return { icon: CircleAlert, colour: is_read ? "text-muted" : "text-failed", word: t("Needs you now") }
  if (urgency === "soon")
    return { icon: Clock, colour: is_read ? "text-muted" : "text-needs-you", word: t("Needs you soon") }
  return { icon: Info, colour: "text-muted", word: t("Good to know") }
}
