"use client"

import { useRouter } from "next/navigation"
import { AppLink } from "@/components/ui/app-link"
import { Button } from "@/components/ui/button"
import { PageHead } from "@/components/ui/page-head"
import { t } from "@/lib/i18n"
import { points } from "../../reviewer/points"
import { beginWalk, isShown, useWalk, type Walk } from "../../reviewer/walk"

/** Starts the walk through the five points of TikTok's audit, for who records its demo video. */
export function AuditWalkPanel() {
  const router = useRouter()
  const { walk, leave } = useWalk()
  const begin = () => {
    beginWalk(Date.now())
    router.push("/compose")
  }
  return (
    <>
      <p className="pb-1 text-13">
        <AppLink href="/settings">{t("Settings")}</AppLink>
      </p>
      <PageHead
        title={t("TikTok's audit")}
        state={t("A walk through the five points a reviewer looks for, on the composer itself.")}
        action={
          <span className="flex flex-wrap gap-2">
            {walk ? <Button onClick={leave}>{t("Leave the walk")}</Button> : null}
            <Button kind="primary" onClick={begin}>
              {walk ? t("Begin again") : t("Begin the walk")}
            </Button>
          </span>
        }
      />
      <div className="grid max-w-form gap-8">
        <BeforeRecording />
        <PointList walk={walk} />
      </div>
    </>
  )
}

function BeforeRecording() {
  return (
    <section aria-labelledby="before" className="grid gap-2">
      <h2 id="before" className="text-16">
        {t("Before you record")}
      </h2>
      <p>
        {t(
          "TikTok asks for a video of the whole way of a post, with the points in their order. The bar tells what to do, and marks a point only once all of it was on the screen. It is shown in this tab alone, until you leave it; what you post on the way is a real post.",
        )}
      </p>
      <ul className="grid list-disc gap-1 pl-5 text-13 text-muted">
        <li>
          {t(
            "Record on the address you named to TikTok, with its privacy policy and terms to be found there.",
          )}
        </li>
        <li>{t("Show every permission the app asks for in use; connecting an account shows the first.")}</li>
        <li>
          {t("Until the audit is passed, the account has to be private, and its posts are seen by it alone.")}
        </li>
        <li>
          {t("Choose an account that may show “Everyone” or “Friends”: branded content cannot be private.")}
        </li>
      </ul>
    </section>
  )
}

function PointList({ walk }: { walk: Walk | null }) {
  return (
    <section aria-labelledby="points" className="grid gap-2">
      <h2 id="points" className="text-16">
        {t("The five points")}
      </h2>
      <ol className="grid list-decimal gap-3 pl-5">
        {points.map(({ title, clues }, index) => (
          <li key={clues[0]?.id}>
            <span className="font-strong">{t(title)}</span>
            {walk && isShown(walk, index) ? (
              <span className="text-13 text-published">{t(" · shown")}</span>
            ) : null}
            <ul className="text-13 text-muted">
              {clues.map(({ id, words }) => (
                <li key={id}>{t(words)}</li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  )
}
