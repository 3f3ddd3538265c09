"use client"

import { PenLine } from "lucide-react"
import { type ReactNode, useId } from "react"
import { ButtonLink } from "@/components/ui/button-link"
import { BellsDrawing } from "@/components/ui/drawings"
import { Empty } from "@/components/ui/empty"
import { Failed } from "@/components/ui/failed"
import { PageHead } from "@/components/ui/page-head"
import type { Post } from "@/lib/api/types"
import { nearDay, time } from "@/lib/dates"
import { plural } from "@/lib/figures"
import { type DayPosts, useDayPosts } from "../api/use-day-posts"
import { PostLine } from "./post-line"
import { PostRowsSkeleton } from "./post-rows-skeleton"

type DayOverviewProps = {
  zone: string
  /** What else waits for a person, and how much of it. */
  otherWaiting: ReactNode
  otherWaitingCount: number
  /** What to offer while there is nothing at all. */
  firstSteps: ReactNode
}

/** The first page: what needs a person, what happens today, what comes next. */
export function DayOverview({ zone, otherWaiting, otherWaitingCount, firstSteps }: DayOverviewProps) {
  const { posts, isPending, error, refetch } = useDayPosts(zone)
  const waitingCount = (posts?.waiting.length ?? 0) + otherWaitingCount
  return (
    <>
      <PageHead title="Home" state={posts ? stateOf(posts, waitingCount, zone) : ""} action={<Compose />} />
      {isPending ? <PostRowsSkeleton rows={5} /> : null}
      {error && !posts ? <Failed error={error} retry={() => refetch()} /> : null}
      {posts ? (
        <div className="grid gap-8 wide:grid-cols-2">
          {waitingCount > 0 ? (
            <Section title="Needs you">
              {otherWaiting}
              <Lines posts={posts.waiting} zone={zone} showsDay />
            </Section>
          ) : null}
          {isEmpty(posts) ? (
            <div className="wide:col-span-2">{firstSteps}</div>
          ) : (
            <Timed posts={posts} zone={zone} />
          )}
        </div>
      ) : null}
    </>
  )
}

function isEmpty({ waiting, today, next }: DayPosts): boolean {
  return waiting.length + today.length + next.length === 0
}

function Timed({ posts, zone }: { posts: DayPosts; zone: string }) {
  return (
    <div className="grid content-start gap-8">
      <Section title="Today">
        <Lines posts={posts.today} zone={zone} empty="Nothing is due today." />
      </Section>
      <Section title="Next">
        <Lines posts={posts.next} zone={zone} showsDay empty="Nothing is scheduled after today." />
      </Section>
    </div>
  )
}

export function NothingYet({ action }: { action: ReactNode }) {
  return <Empty drawing={<BellsDrawing />} sentence="No post is waiting, due or scheduled." action={action} />
}

function Compose() {
  return (
    <ButtonLink href="/compose" kind="primary">
      <PenLine aria-hidden className="size-4" />
      Compose
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

type LinesProps = { posts: readonly Post[]; zone: string; showsDay?: boolean; empty?: string }

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

function stateOf({ today, next }: DayPosts, waiting: number, zone: string): string {
  const count = today.length === 0 ? "No posts today" : `${plural(today.length, "post")} today`
  if (waiting > 0) return `${count}, ${waiting} ${waiting === 1 ? "needs" : "need"} you`
  const due = [...today, ...next].find(({ status }) => status === "scheduled")?.due_at
  return due ? `${count}, next ${nearDay(due, zone).toLowerCase()} at ${time(due, zone)}` : count
}
