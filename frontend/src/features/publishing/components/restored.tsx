"use client"

import { useState } from "react"
import { Button } from "@/components/ui/button"
import { ConfirmDialog } from "@/components/ui/confirm-dialog"
import { Notice } from "@/components/ui/notice"
import { say } from "@/components/ui/toaster"
import { dayAndTime } from "@/lib/dates"
import { plural } from "@/lib/figures"
import { useRelease } from "../api/use-release"
import { type Quarantine, RESTORED } from "../health-words"

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
            Release
          </Button>
        }
      >
        <p>
          {RESTORED} (since {dayAndTime(since, zone)}).
        </p>
        <p className="text-13 text-muted">
          {gap_from ? `What went out after ${dayAndTime(gap_from, zone)} may not be in it. ` : ""}
          {hint}
        </p>
        {is_checked ? <Findings quarantine={quarantine} /> : null}
      </Notice>
      {asking ? (
        <ConfirmDialog
          title="Publish again?"
          look="primary"
          words={{ keep: "Not yet", act: "Release", acting: "Releasing…" }}
          action={release}
          onConfirm={() =>
            release.mutate(undefined, {
              onSuccess: () => {
                say("Released. Posts go out at their times again.")
                setAsking(false)
              },
            })
          }
          onClose={() => setAsking(false)}
        >
          Posts that came due meanwhile go out, or ask you where they are too late. {openWords(quarantine)}
        </ConfirmDialog>
      ) : null}
    </>
  )
}

function Findings({ quarantine: { published, asked_people, not_asked } }: { quarantine: Quarantine }) {
  const rows = [
    ["Found at TikTok, and marked as published", published],
    ["May be out, and ask you", asked_people],
    ["Accounts that could not be asked", not_asked],
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
  if (!is_checked) return "It is being looked for at TikTok; this takes a few minutes."
  return mayRelease ? "It has been looked for at TikTok." : "Owners and admins can release publishing."
}

function openWords({ asked_people, not_asked }: Quarantine): string {
  const open = asked_people
    ? `${plural(asked_people, "post")} that may be out already ${asked_people === 1 ? "is" : "are"} not sent: ${asked_people === 1 ? "it waits" : "they wait"} for your answer.`
    : ""
  const blind = not_asked
    ? ` ${plural(not_asked, "account")} could not be asked: look at TikTok before you release.`
    : ""
  return open + blind
}
