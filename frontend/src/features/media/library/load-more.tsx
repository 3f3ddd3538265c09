"use client"

import { useEffect, useEffectEvent } from "react"
import { Button } from "@/components/ui/button"
import { Notice } from "@/components/ui/notice"
import { sentenceOf } from "@/lib/api/api-error"
import { t } from "@/lib/i18n"
import { useNear } from "@/lib/use-near"

type LoadMoreProps = { onMore: () => void; isLoading: boolean; error: Error | null }

/** The end of what is shown so far: coming near it brings the next files. Mount it anew for each page. */
export function LoadMore({ onMore, isLoading, error }: LoadMoreProps) {
  const [element, isNear] = useNear<HTMLDivElement>()
  const ask = useEffectEvent(onMore) // once, when it comes near; a failure waits for the person
  useEffect(() => {
    if (isNear) ask()
  }, [isNear])
  return (
    <div ref={element} className="grid min-h-12 justify-items-center pt-4">
      {error ? (
        <Notice
          kind="failed"
          action={
            <Button size="small" onClick={onMore}>
              {t("Try again")}
            </Button>
          }
        >
          {sentenceOf(error)}
        </Notice>
      ) : isLoading ? (
        <p role="status" className="text-13 text-muted">
          {t("More files…")}
        </p>
      ) : null}
    </div>
  )
}
