"use client"

import { useQueryClient } from "@tanstack/react-query"
import { usePathname } from "next/navigation"
import { useEffect } from "react"
import { AppLink } from "@/components/ui/app-link"
import { Button } from "@/components/ui/button"
import { useTimeZone } from "@/features/users/api/user-queries"
import { cn } from "@/lib/cn"
import { t } from "@/lib/i18n"
import { ClueList } from "./clue-list"
import { BAR } from "./evidence"
import { type Point, points } from "./points"
import { isLast, isShown, step, useWalk, type Walk } from "./walk"
import { lookAround, noteSent, sentBy, watchPage } from "./watch"

/** The five points over whatever page is shown: what to do, what must be seen, and what was. */
export function WalkBar() {
  const { walk, change, leave } = useWalk()
  useEvidence(change, walk?.point)
  const point = walk && points[walk.point]
  if (!walk || !point) return null
  return (
    <>
      <div aria-hidden className="h-36" />
      <section
        aria-label={t(BAR)}
        className="fixed inset-x-0 bottom-12 z-10 grid max-h-[45dvh] gap-1.5 overflow-y-auto border-line border-t bg-raised px-4 py-2 text-13 shadow-float tablet:bottom-0 tablet:left-(--sidebar-icons) tablet:px-8 desk:left-(--sidebar)"
      >
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
          <Places walk={walk} />
          <Doing walk={walk} point={point} />
          <Ways walk={walk} change={change} onLeave={leave} />
        </div>
        <ClueList point={point} seen={walk.seen} />
      </section>
    </>
  )
}

type Change = ReturnType<typeof useWalk>["change"]

/** Keep what the page proves, for as long as the bar is there. */
function useEvidence(change: Change, point: number | undefined): void {
  const client = useQueryClient()
  const zone = useTimeZone()
  const path = usePathname()
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page or point is looked at anew, though nothing stirs.
  useEffect(
    () => watchPage(document, () => change((walk) => lookAround(walk, document, client, zone))),
    [change, client, zone, path, point],
  )
  useEffect(
    () =>
      client.getMutationCache().subscribe(({ mutation }) => {
        const post = mutation && sentBy(mutation)
        if (post) change((walk) => noteSent(walk, post))
      }),
    [change, client],
  )
}

function Places({ walk }: { walk: Walk }) {
  return (
    <ol aria-label={t("Points")} className="flex shrink-0 gap-1">
      {points.map(({ title, clues }, index) => (
        <li
          key={clues[0]?.id}
          aria-current={index === walk.point ? "step" : undefined}
          className={cn(
            "tabular grid size-6 place-items-center rounded-full border text-12",
            index === walk.point ? "border-accent font-strong text-accent" : "border-line text-muted",
          )}
        >
          <span aria-hidden>{isShown(walk, index) ? "✓" : index + 1}</span>
          <span className="sr-only">
            {isShown(walk, index)
              ? t("{number}, {title}, shown", { number: index + 1, title: t(title) })
              : t("{number}, {title}", { number: index + 1, title: t(title) })}
          </span>
        </li>
      ))}
    </ol>
  )
}

function Ways({ walk, change, onLeave }: { walk: Walk; change: Change; onLeave: () => void }) {
  const isDone = isShown(walk, walk.point)
  return (
    <span className="flex gap-1">
      <Button
        size="small"
        kind="quiet"
        disabled={walk.point === 0}
        onClick={() => change((now) => step(now, -1))}
      >
        {t("Back")}
      </Button>
      {isLast(walk.point) ? null : (
        <Button
          size="small"
          kind={isDone ? "primary" : "plain"}
          onClick={() => change((now) => step(now, 1))}
        >
          {t("Next")}
        </Button>
      )}
      <Button size="small" kind={isLast(walk.point) && isDone ? "primary" : "quiet"} onClick={onLeave}>
        {isLast(walk.point) && isDone ? t("Finish") : t("Leave")}
      </Button>
    </span>
  )
}

function Doing({ walk, point }: { walk: Walk; point: Point }) {
  const isAway = usePathname() !== "/compose" && !walk.sentPost
  return (
    <div className="order-last min-w-0 grow basis-full tablet:order-none tablet:basis-0">
      <h2 className="inline text-14">{t(point.title)}</h2>{" "}
      <p role="status" className="inline">
        {isShown(walk, walk.point)
          ? isLast(walk.point)
            ? t("All of it was shown. Finish, and end the recording.")
            : t("All of this point was shown. Go on with the next.")
          : t(point.doing)}{" "}
        {isAway ? <AppLink href="/compose">{t("Open the composer")}</AppLink> : null}
      </p>
    </div>
  )
}
