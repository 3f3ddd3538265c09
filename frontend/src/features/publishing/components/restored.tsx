"use client"

import { useState } from "react"
import { Button } from "@/components/ui/button"
import { ConfirmDialog } from "@/components/ui/confirm-dialog"
import { Notice } from "@/components/ui/notice"
import { say } from "@/components/ui/toaster"
import { dayAndTime } from "@/lib/dates"
import { plural } from "@/lib/figures"
import { t } from "@/lib/i18n"
import { useRelease } from "../api/use-release"
import { type Quarantine, restoredWords } from "../health-words"

type RestoredProps = { quarantine: Quarantine; zone: string; mayRelease: boolean }

/** After a restore: what was found of the time that the older copy does not know, and the way back to publishing. */
export function Restored({ quarantine, zone, mayRelease }: RestoredProps) {
  const { since, gap_from, is_checked } = quarantine
  const release = useRelease()
  const [asking, setAsking] = useState(false)
  const hint = hintOf(quarantine, mayRelease)
  return (
    <>
      <Notice
        kind="warning"
        action={
          <Button
            size="small"
            disabled={!mayRelease || !is_checked}
            title={hint}
            onClick={() => setAsking(true)}
          >
            {t("Release")}
          </Button>
        }
      >
        <p>{restoredWords(since, zone)}</p>
        <p className="text-13 text-muted">
          {gap_from
            ? `${t("What went out after {moment} may not be in it.", { moment: dayAndTime(gap_from, zone) })} `
            : ""}
          {hint}
        </p>
        {is_checked ? <Findings quarantine={quarantine} /> : null}
      </Notice>
      {asking ? (
        <ConfirmDialog
          title={t("Publish again?")}
          look="primary"
          words={{ keep: t("Not yet"), act: t("Release"), acting: t("Releasing…") }}
          action={release}
          onConfirm={() =>
            release.mutate(undefined, {
              onSuccess: () => {
                say(t("Released. Posts go out at their times again."))
                setAsking(false)
              },
            })
          }
          onClose={() => setAsking(false)}
        >
          {t("Posts that came due meanwhile go out, or ask you where they are too late.")}{" "}
          {openWords(quarantine)}
        </ConfirmDialog>
      ) : null}
    </>
  )
}

function Findings({ quarantine: { published, asked_people, not_asked } }: { quarantine: Quarantine }) {
  const rows = [
    [t("Found at TikTok, and marked as published"), published],
    [t("May be out, and ask you"), asked_people],
    [t("Accounts that could not be asked"), not_asked],
  ] as const
  return (
    <dl className="grid gap-1 pt-1 text-13">
      {rows.map(([name, count]) => (
        <div key={name} className="flex justify-between gap-4">
          <dt className="text-muted">{name}</dt>
          <dd className="tabular">{count ?? "–"}</dd>
        </div>
      ))}
    </dl>
  )
}

function hintOf({ is_checked }: Quarantine, mayRelease: boolean): string {
  if (!is_checked) return t("It is being looked for at TikTok; this takes a few minutes.")
  return mayRelease ? t("It has been looked for at TikTok.") : t("Owners and admins can release publishing.")
}

function openWords({ asked_people, not_asked }: Quarantine): string {
  const open =
    asked_people === 1
      ? t("1 post that may be out already is not sent: it waits for your answer.")
      : t("{posts} that may be out already are not sent: they wait for your answer.", {
          posts: plural(asked_people ?? 0, "post"),
        })
  const blind = t("{accounts} could not be asked: look at TikTok before you release.", {
    accounts: plural(not_asked ?? 0, "account"),
  })
  return [asked_people ? open : "", not_asked ? blind : ""].filter(Boolean).join(" ")
}
