"use client"

import { CircleAlert, Pause } from "lucide-react"
import { Button } from "@/components/ui/button"
import { ButtonLink } from "@/components/ui/button-link"
import { say } from "@/components/ui/toaster"
import { sentenceOf } from "@/lib/api/api-error"
import type { Pauses, PublishingHealth } from "@/lib/api/types"
import { cn } from "@/lib/cn"
import { dayAndTime } from "@/lib/dates"
import { plural } from "@/lib/figures"
import { t } from "@/lib/i18n"
import { usePauseSwitch } from "../api/pause-queries"
import { countsOf, restoredWords } from "../health-words"

type PauseBarProps = {
  pauses: Pauses
  /** Undefined until the server has told. */
  health: PublishingHealth | undefined
  zone: string
}

/** A quiet bar over the lower edge, so that no page moves when it comes or goes. */
export function PauseBar({ pauses, health, zone }: PauseBarProps) {
  const { sentence, by, isBroken } = standingOf(pauses, health, zone)
  const [Icon, colour] = isBroken ? [CircleAlert, "text-needs-you"] : [Pause, "text-held"]
  return (
    <>
      {/* On a phone it stands several lines high: the end of the page can be scrolled up past it. */}
      <div aria-hidden className="h-20 tablet:hidden" />
      <section
        aria-label={isBroken ? t("Not publishing") : t("Paused")}
        className="fixed inset-x-0 bottom-[calc(48px+env(safe-area-inset-bottom))] z-10 flex min-h-10 animate-appear items-center gap-3 border-line border-t bg-tint px-4 py-1 text-13 tablet:bottom-0 tablet:left-(--sidebar-icons) tablet:px-8 desk:left-(--sidebar)"
      >
        <Icon aria-hidden className={cn("size-4 shrink-0", colour)} />
        <p className="min-w-0 flex-1">
          {sentence}
          {by ? <span className="hidden tablet:inline"> {t("By {who}.", { who: by })}</span> : null}
          {isBroken ? null : <span className="text-muted"> {waitingWords(pauses.waiting)}</span>}
        </p>
        <Action pauses={pauses} isBroken={isBroken ?? false} />
      </section>
    </>
  )
}

/** `isBroken`: nobody wanted it so. */
type Standing = { sentence: string; by?: string | null | undefined; isBroken?: boolean }

/** What holds posts back, the widest first, and who began it. */
function standingOf(
  { quarantine, everything, workspace, accounts }: Pauses,
  health: PublishingHealth | undefined,
  zone: string,
): Standing {
  if (quarantine) {
    const counts = health?.quarantine ? ` ${countsOf(health.quarantine)}` : ""
    return { sentence: restoredWords(quarantine.since, zone) + counts, isBroken: true }
  }
  if (everything)
    return {
      sentence: t("All publishing on this server is paused since {moment}.", {
        moment: dayAndTime(everything.since, zone),
      }),
    }
  if (workspace)
    return {
      sentence: t("Publishing is paused since {moment}.", { moment: dayAndTime(workspace.since, zone) }),
      by: workspace.by,
    }
  if (health && !health.sweeper.alive) return { sentence: health.sweeper.sentence, isBroken: true }
  const [first] = accounts
  if (accounts.length !== 1 || !first)
    return { sentence: t("{accounts} are paused.", { accounts: plural(accounts.length, "account") }) }
  const name = first.account.username ? `@${first.account.username}` : first.account.nickname
  const moment = dayAndTime(first.since, zone)
  return { sentence: t("{name} is paused since {moment}.", { name, moment }), by: first.by }
}

function waitingWords(count: number): string {
  if (count === 0) return t("No post waits yet.")
  return count === 1 ? t("1 post waits.") : t("{posts} wait.", { posts: plural(count, "post") })
}

function Action({ pauses, isBroken }: { pauses: Pauses; isBroken: boolean }) {
  const { resumeWorkspace, resumeAccount } = usePauseSwitch()
  const done = {
    onSuccess: ({ released }: { released: number }) =>
      say(t("Resumed. {posts} that waited can go.", { posts: plural(released, "post") })),
    onError: (error: Error) => say(sentenceOf(error)),
  }
  if (isBroken)
    return (
      <ButtonLink href="/settings#publishing" size="small">
        {t("Details")}
      </ButtonLink>
    )
  if (pauses.everything) return null
  if (pauses.workspace) {
    if (!pauses.may_resume_workspace) return null
    return (
      <Button
        size="small"
        disabled={resumeWorkspace.isPending}
        onClick={() => resumeWorkspace.mutate(undefined, done)}
      >
        {t("Resume")}
      </Button>
    )
  }
  const [first] = pauses.accounts
  if (pauses.accounts.length !== 1 || !first)
    return (
      <ButtonLink href="/accounts" size="small">
        {t("See accounts")}
      </ButtonLink>
    )
  return (
    <Button
      size="small"
      disabled={resumeAccount.isPending}
      onClick={() => resumeAccount.mutate(first.account.id, done)}
    >
      {t("Resume")}
    </Button>
  )
}
