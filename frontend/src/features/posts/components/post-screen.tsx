"use client"

import { useQuery } from "@tanstack/react-query"
import type { ReactNode } from "react"
import { ButtonLink } from "@/components/ui/button-link"
import { Failed } from "@/components/ui/failed"
import { Notice } from "@/components/ui/notice"
import { PageHead } from "@/components/ui/page-head"
import { Skeleton } from "@/components/ui/skeleton"
import { Status } from "@/components/ui/status"
import type { Post } from "@/lib/api/types"
import { mediaUrl } from "@/lib/api-client"
import { nearDay, time, zoneCity } from "@/lib/dates"
import { t } from "@/lib/i18n"
import { statusOfPost, working } from "@/lib/status"
import { postQueries } from "../api/post-queries"
import { momentWords } from "../cover"
import { paceWords } from "../pace-words"
import { titleOf } from "../words"
import { DeletePost } from "./delete-post"
import { PostPhotos } from "./post-photos"

type PostScreenProps = {
  postId: string
  zone: string
  publications: ReactNode
  /** What other features can do with the post, beside its own buttons. */
  renderActions?: (post: Post) => ReactNode
  /** A slideshow's video, and how far it is. */
  renderSlideshow?: (post: Post) => ReactNode
}

/** One post: what it says on the left, what became of it on the right. */
export function PostScreen({ postId, zone, publications, renderActions, renderSlideshow }: PostScreenProps) {
  const post = useQuery(postQueries.detail(postId))
  if (post.isPending) return <PostSkeleton />
  if (!post.data) return <Failed error={post.error} retry={() => post.refetch()} />
  return (
    <>
      <PageHead
        title={<span className="line-clamp-2">{titleOf(post.data)}</span>}
        state={<Standing post={post.data} zone={zone} />}
        action={<Actions post={post.data} more={renderActions?.(post.data)} />}
      />
      {isOnItsWay(post.data) ? (
        <Notice className="mb-6">
          {t("It can take a few minutes before a post that was sent is visible on TikTok.")}
        </Notice>
      ) : null}
      <div className="grid gap-8 tablet:grid-cols-[minmax(0,1fr)_minmax(0,1.4fr)]">
        <Content post={post.data} renderSlideshow={renderSlideshow} />
        {publications}
      </div>
    </>
  )
}

function isOnItsWay({ publications }: Post): boolean {
  return publications.some(({ state }) => working.has(state) || state === "scheduled")
}

function Standing({ post, zone }: { post: Post; zone: string }) {
  return (
    <span suppressHydrationWarning className="flex flex-wrap items-center gap-x-3">
      <Status of={statusOfPost(post)} />
      {post.due_at
        ? `${nearDay(post.due_at, zone)}, ${time(post.due_at, zone)} ${zoneCity(zone)}`
        : t("No time chosen yet")}
    </span>
  )
}

function Actions({ post, more }: { post: Post; more: ReactNode }) {
  return (
    <div className="flex flex-wrap gap-2">
      {more}
      {post.can_delete ? <DeletePost post={post} /> : null}
      {post.can_edit ? (
        <ButtonLink href={`/posts/${post.id}/edit`} kind="primary">
          {t("Edit")}
        </ButtonLink>
      ) : null}
    </div>
  )
}

type ContentProps = Pick<PostScreenProps, "renderSlideshow"> & { post: Post }

function Content({ post, renderSlideshow }: ContentProps) {
  const clip = post.media[0]
  return (
    <section aria-label={t("Content")} className="grid content-start gap-3">
      {renderSlideshow?.(post)}
      {clip && post.kind !== "video" ? <PostPhotos post={post} /> : null}
      {post.kind === "video" && clip ? (
        // biome-ignore lint/a11y/useMediaCaption: it is the person's own clip; TikTok makes its captions itself.
        <video
          src={mediaUrl(clip.file_url)}
          poster={clip.thumbnail_url ? mediaUrl(clip.thumbnail_url) : undefined}
          controls
          playsInline
          preload="none"
          // So high at once as it will be.
          width={clip.width ?? undefined}
          height={clip.height ?? undefined}
          className="max-h-[60dvh] w-full rounded-outer border border-line bg-screen"
        />
      ) : null}
      {clip ? null : (
        <p className="rounded-outer border border-line border-dashed p-6 text-center text-muted">
          {post.kind === "photo" ? t("No photo chosen yet") : t("No video chosen yet")}
        </p>
      )}
      {post.title ? <p className="font-strong">{post.title}</p> : null}
      <p className="whitespace-pre-wrap">
        {post.caption || <span className="text-muted">{t("No caption yet")}</span>}
      </p>
      {post.cover_ms > 0 ? (
        <p className="text-13 text-muted">
          {t("Its cover is the picture at {moment}", { moment: momentWords(post.cover_ms) })}
        </p>
      ) : null}
      {post.can_edit && post.status !== "draft" ? (
        <p className="text-13 text-muted">{paceWords(post)}</p>
      ) : null}
    </section>
  )
}

function PostSkeleton() {
  return (
    <div role="status" aria-label={t("Loading the post")} className="grid gap-6">
      <Skeleton className="h-12 w-2/3" />
      <div className="grid gap-8 tablet:grid-cols-[minmax(0,1fr)_minmax(0,1.4fr)]">
        <Skeleton className="aspect-video w-full" />
        <Skeleton className="h-48 w-full" />
      </div>
    </div>
  )
}
