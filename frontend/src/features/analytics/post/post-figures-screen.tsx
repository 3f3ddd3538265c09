"use client"

import { useQuery } from "@tanstack/react-query"
import { ExternalLink } from "lucide-react"
import { AppLink } from "@/components/ui/app-link"
import { buttonLook } from "@/components/ui/button"
import { ButtonLink } from "@/components/ui/button-link"
import { Failed } from "@/components/ui/failed"
import { Notice } from "@/components/ui/notice"
import { PageHead } from "@/components/ui/page-head"
import { Skeleton } from "@/components/ui/skeleton"
import type { PostFigures } from "@/lib/api/types"
import { dayAndTime, fromNow } from "@/lib/dates"
import { t } from "@/lib/i18n"
import { analyticsQueries } from "../api/analytics-queries"
import { Cover } from "../components/cover"
import { KeyFiguresSkeleton } from "../components/key-figures"
import { captionOf } from "../words"
import { ExpectedPanel } from "./expected-panel"
import { GrowthPanel } from "./growth-panel"
import { PostTotals } from "./post-totals"
import { ScorePanel } from "./score-panel"

/** All figures of one post, whoever made it. */
export function PostFiguresScreen({ videoId, zone }: { videoId: string; zone: string }) {
  const post = useQuery(analyticsQueries.post(videoId))
  const data = post.data
  return (
    <>
      <p className="flex gap-2 pb-1 text-13">
        <AppLink href="/analytics">{t("Analytics")}</AppLink>
        {data ? <AppLink href={`/analytics/accounts/${data.account_id}`}>{data.handle}</AppLink> : null}
      </p>
      <PageHead
        title={<span className="line-clamp-2">{data ? captionOf(data) : t("Figures of a post")}</span>}
        state={data ? stateOf(data, zone) : ""}
        action={data ? <Links post={data} /> : undefined}
      />
      {post.isPending ? <PostFiguresSkeleton /> : null}
      {post.isError && !data ? <Failed error={post.error} retry={() => post.refetch()} /> : null}
      {data ? <Figures post={data} zone={zone} /> : null}
    </>
  )
}

function stateOf({ handle, published_at, updated_at }: PostFigures, zone: string): string {
  const published = dayAndTime(published_at, zone)
  return updated_at
    ? t("{handle}, published {published}; updated {ago}.", { handle, published, ago: fromNow(updated_at) })
    : t("{handle}, published {published}; not looked at yet.", { handle, published })
}

function Links({ post: { share_url, post_id } }: { post: PostFigures }) {
  return (
    <div className="flex flex-wrap gap-2">
      {post_id ? <ButtonLink href={`/posts/${post_id}`}>{t("The post in Carillon")}</ButtonLink> : null}
      {share_url ? (
        <a href={share_url} target="_blank" rel="noreferrer" className={buttonLook({})}>
          {t("Open on TikTok")}
          <ExternalLink aria-hidden className="size-4" />
        </a>
      ) : null}
    </div>
  )
}

/** The cover with the caption beside it, and the totals below them; where there is room all stand beside the cover. */
const head =
  "grid grid-cols-[96px_minmax(0,1fr)] content-start gap-x-4 gap-y-6 tablet:grid-cols-[160px_minmax(0,1fr)] tablet:grid-rows-[auto_1fr] tablet:gap-x-6"

function Figures({ post, zone }: { post: PostFigures; zone: string }) {
  return (
    <div className="grid gap-6">
      <Standing post={post} zone={zone} />
      <div className={head}>
        <Cover post={post} className="aspect-[3/4] w-full rounded-outer tablet:row-span-2" />
        <p className="whitespace-pre-wrap tablet:order-last">{captionOf(post)}</p>
        <div className="max-tablet:col-span-2">
          <PostTotals post={post} />
        </div>
      </div>
      <GrowthPanel post={post} />
      <div className="grid gap-6 wide:grid-cols-2">
        <ScorePanel post={post} />
        <ExpectedPanel post={post} />
      </div>
    </div>
  )
}

function Standing({ post: { is_gone, gone_since, is_doubted }, zone }: { post: PostFigures; zone: string }) {
  if (is_gone) {
    return (
      <Notice kind="warning">
        {gone_since
          ? t(
              "TikTok no longer shows this post since {since}: it was deleted or made private. Its figures stay as they were.",
              { since: dayAndTime(gone_since, zone) },
            )
          : t(
              "TikTok no longer shows this post: it was deleted or made private. Its figures stay as they were.",
            )}
      </Notice>
    )
  }
  if (!is_doubted) return null
  return (
    <Notice kind="warning">
      {t(
        "TikTok's last counters do not fit those before. They are held out until another look agrees with them.",
      )}
    </Notice>
  )
}

function PostFiguresSkeleton() {
  return (
    <div className="grid gap-6">
      <div className={head}>
        <Skeleton className="aspect-[3/4] w-full rounded-outer tablet:row-span-2" />
        <Skeleton className="h-5 w-40 tablet:order-last" />
        <div className="max-tablet:col-span-2">
          <KeyFiguresSkeleton label={t("Loading the figures")} />
        </div>
      </div>
      <Skeleton className="h-95 w-full rounded-outer" />
    </div>
  )
}
