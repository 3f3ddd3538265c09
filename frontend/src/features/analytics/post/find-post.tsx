"use client"

import { useQuery } from "@tanstack/react-query"
import { useRouter, useSearchParams } from "next/navigation"
import { useEffect } from "react"
import { AppLink } from "@/components/ui/app-link"
import { Button } from "@/components/ui/button"
import { Failed } from "@/components/ui/failed"
import { Notice } from "@/components/ui/notice"
import { PageHead } from "@/components/ui/page-head"
import { Skeleton } from "@/components/ui/skeleton"
import { t } from "@/lib/i18n"
import { rich } from "@/lib/rich"
import { analyticsQueries } from "../api/analytics-queries"
import { postPage } from "../use-address"

/** Goes on to the figures of one of our publications; TikTok's own list of videos says which video it became. */
export function FindPost() {
  const params = useSearchParams()
  const router = useRouter()
  const [publication, account, at] = ["publication", "account", "at"].map((name) => params.get(name) ?? "")
  const posts = useQuery(analyticsQueries.postsAround(account ?? "", at ?? ""))
  const found = posts.data?.items.find(({ publication_id }) => publication_id === publication)
  useEffect(() => {
    if (found) router.replace(postPage(found.id))
  }, [found, router])
  return (
    <>
      <PageHead title={t("Figures of a post")} />
      {posts.isError && !posts.data ? <Failed error={posts.error} retry={() => posts.refetch()} /> : null}
      {posts.data && !found ? (
        <Notice
          action={
            <Button size="small" onClick={() => void posts.refetch()}>
              {t("Look again")}
            </Button>
          }
        >
          <p>
            {rich(
              t(
                "TikTok has not told of this post yet. It tells of public posts only, and each account is looked at within the hour, or when it is refreshed: <link>the account's figures</link>.",
              ),
              { link: (text) => <AppLink href={`/analytics/accounts/${account}`}>{text}</AppLink> },
            )}
          </p>
        </Notice>
      ) : null}
      {posts.isPending || found ? <Skeleton className="h-24 w-full" /> : null}
    </>
  )
}
