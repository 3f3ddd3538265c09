"use client"

import { useQuery } from "@tanstack/react-query"
import { PenLine } from "lucide-react"
import { type ReactNode, useId } from "react"
import { AppLink } from "@/components/ui/app-link"
import { ButtonLink } from "@/components/ui/button-link"
import { BellsDrawing } from "@/components/ui/drawings"
import { Empty } from "@/components/ui/empty"
import { Failed } from "@/components/ui/failed"
import { PageHead } from "@/components/ui/page-head"
import type { Home, HomePost } from "@/lib/api/types"
import { inSentence, nearDay, time } from "@/lib/dates"
import { plural } from "@/lib/figures"
import { t } from "@/lib/i18n"
import { homeQueries } from "../api/home-queries"
import { PostLine } from "./post-line"
import { PostRowsSkeleton } from "./post-rows-skeleton"

type DayOverviewProps = {
  zone: string
  /** What else waits for a person, and how much of it. */
  otherWaiting: ReactNode
  otherWaitingCount: number
  /** What to offer while there is nothing at all. */
  firstSteps: ReactNode
  /** What stands beside the posts: how the accounts grow, how TikTok is. */
  aside: ReactNode
}

/** The first page: what needs a person, what happens today, what comes next. */
export function DayOverview({ zone, otherWaiting, otherWaitingCount, firstSteps, aside }: DayOverviewProps) {
  const { data: home, isPending, error, refetch } = useQuery(homeQueries.show())
  const waitingCount = (home?.waiting_count ?? 0) + otherWaitingCount
  return (
    <>
      <PageHead
        title={t("Home")}
        state={home ? stateOf(home, waitingCount, zone) : ""}
        action={<Compose />}
      />
      <div className="grid gap-8 wide:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid min-w-0 content-start gap-8">
          {isPending ? <PostRowsSkeleton rows={5} /> : null}
          {error && !home ? <Failed error={error} retry={() => refetch()} /> : null}
          {home && waitingCount > 0 ? (
            <Section title={t("Needs you")}>
              {otherWaiting}
              <Lines posts={home.waiting} zone={zone} showsDay />
              <More count={home.waiting_count - home.waiting.length} href="/posts?status=waiting" />
            </Section>
          ) : null}
          {home ? isEmpty(home) ? firstSteps : <Timed home={home} zone={zone} /> : null}
        </div>
        {aside}
      </div>
    </>
  )
}

function isEmpty({ waiting, today, next }: Home): boolean {
  return waiting.length + today.length + next.length === 0
}

function Timed({ home, zone }: { home: Home; zone: string }) {
  return (
    <>
      <Section title={t("Today")}>
        <Lines posts={home.today} zone={zone} empty={t("Nothing is due today.")} />
        <More count={home.today_count - home.today.length} href="/calendar?view=day" />
      </Section>
      <Section title={t("Next@@heading")}>
        <Lines posts={home.next} zone={zone} showsDay empty={t("Nothing is scheduled after today.")} />
      </Section>
    </>
  )
}

export function NothingYet({ action }: { action: ReactNode }) {
  return (
    <Empty drawing={<BellsDrawing />} sentence={t("No post is waiting, due or scheduled.")} action={action} />
  )
}

function Compose() {
  return (
    <ButtonLink href="/compose" kind="primary">
      <PenLine aria-hidden className="size-4" />
      {t("Compose")}
    </ButtonLink>
  )
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="min-w-0">
      <h2 id={id} className="border-line border-b pb-2 text-14">
        {title}
      </h2>
      {children}
    </section>
  )
}

type LinesProps = { posts: readonly HomePost[]; zone: string; showsDay?: boolean; empty?: string }

function Lines({ posts, zone, showsDay = false, empty }: LinesProps) {
  if (posts.length === 0) return empty ? <p className="py-3 text-muted">{empty}</p> : null
  return (
    <ul>
      {posts.map((post) => (
        <PostLine key={post.id} post={post} zone={zone} showsDay={showsDay} />
      ))}
    </ul>
  )
}

function More({ count, href }: { count: number; href: string }) {
  if (count <= 0) return null
  return (
    <p className="py-2 text-13">
      <AppLink href={href}>{plural(count, "more post")}</AppLink>
    </p>
  )
}

function stateOf({ today, today_count, next }: Home, waiting: number, zone: string): string {
  const count =
    today_count === 0 ? t("No posts today") : t("{posts} today", { posts: plural(today_count, "post") })
  if (waiting > 0)
    return waiting === 1
      ? t("{posts}, {waiting} needs you", { posts: count, waiting })
      : t("{posts}, {waiting} need you", { posts: count, waiting })
  const due = [...today, ...next].find(({ status }) => status === "scheduled")?.due_at
  return due
    ? t("{posts}, next {day} at {time}", {
        posts: count,
        day: inSentence(nearDay(due, zone)),
        time: time(due, zone),
      })
    : count
}
