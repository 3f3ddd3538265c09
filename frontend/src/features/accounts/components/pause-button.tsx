"use client"

import { Pause, Play } from "lucide-react"
import dynamic from "next/dynamic"
import { useState } from "react"
import { Button } from "@/components/ui/button"
import { say } from "@/components/ui/toaster"
import { sentenceOf } from "@/lib/api/api-error"
import type { Account } from "@/lib/api/types"
import { plural } from "@/lib/figures"
import { t } from "@/lib/i18n"
import { useResumeAccount } from "../api/account-queries"
import { handleOf } from "../handle"

const PauseDialog = dynamic(() => import("./pause-dialog").then((module) => module.PauseDialog), {
  ssr: false,
})

type PauseButtonProps = { account: Account; zone: string }

/** Pause an account after a question, or resume it at once. */
export function PauseButton({ account, zone }: PauseButtonProps) {
  const [asking, setAsking] = useState(false)
  const resume = useResumeAccount()
  const handle = handleOf(account)
  const word = account.paused_at ? t("Resume") : t("Pause")
  const Icon = account.paused_at ? Play : Pause

  function resumeNow() {
    resume.mutate(account.id, {
      onSuccess: ({ released }) =>
        say(
          t("{handle} is resumed. {posts} that waited can go.", { handle, posts: plural(released, "post") }),
        ),
      onError: (error) => say(sentenceOf(error)),
    })
  }

  return (
    <>
      <Button
        kind="quiet"
        size="small"
        aria-label={account.paused_at ? t("Resume {handle}", { handle }) : t("Pause {handle}", { handle })}
        title={word}
        disabled={resume.isPending}
        onClick={account.paused_at ? resumeNow : () => setAsking(true)}
      >
        <Icon aria-hidden className="size-4" />
        <span className="tablet:sr-only">{word}</span>
      </Button>
      {asking ? <PauseDialog account={account} zone={zone} onClose={() => setAsking(false)} /> : null}
    </>
  )
}
