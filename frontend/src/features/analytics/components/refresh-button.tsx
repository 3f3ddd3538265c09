"use client"

import { RefreshCw } from "lucide-react"
import { Button } from "@/components/ui/button"
import { say } from "@/components/ui/toaster"
import { sentenceOf } from "@/lib/api/api-error"
import type { Refresh } from "@/lib/api/types"
import { cn } from "@/lib/cn"
import { plural } from "@/lib/figures"
import { t } from "@/lib/i18n"
import { useRefresh } from "../api/refresh-queries"

type RefreshButtonProps = { account: { id: string; handle: string }; size?: "usual" | "small" }

/** Has an account looked at now, and says how far that has come. */
export function RefreshButton({ account, size = "usual" }: RefreshButtonProps) {
  const { id, handle } = account
  const { state, ask, isUnderWay } = useRefresh(id, (ended) => say(endWords(ended, handle)))
  const word = wordOf(state, isUnderWay)
  return (
    <Button
      size={size}
      aria-label={`${word}: ${handle}`}
      disabled={isUnderWay}
      className={size === "usual" ? "min-w-44" : "tablet:min-w-36"}
      onClick={() => ask.mutate(undefined, { onError: (error) => say(sentenceOf(error)) })}
    >
      <RefreshCw aria-hidden className={cn("size-4", isUnderWay && "animate-spin")} />
      <span className={size === "small" ? "max-tablet:sr-only" : ""}>{word}</span>
      <span role="status" className="sr-only">
        {isUnderWay ? word : ""}
      </span>
    </Button>
  )
}

function wordOf(state: Refresh | undefined, isUnderWay: boolean): string {
  if (!isUnderWay) return t("Refresh")
  if (state?.status !== "running") return t("Waiting its turn")
  return state.posts > 0 ? t("{posts} read", { posts: plural(state.posts, "post") }) : t("Reading")
}

function endWords({ status, posts, error }: Refresh, handle: string): string {
  return status === "failed"
    ? error
    : t("{handle} is up to date: {posts} read.", { handle, posts: plural(posts, "post") })
}
