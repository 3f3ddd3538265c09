"use client"

import { useQuery } from "@tanstack/react-query"
import dynamic from "next/dynamic"
import { useRouter, useSearchParams } from "next/navigation"
import { memo, useState } from "react"
import { Skeleton } from "@/components/ui/skeleton"
import { say } from "@/components/ui/toaster"
import { whenLoaded } from "@/components/ui/when-loaded"
import { accountQueries } from "@/features/accounts/api/account-queries"
import { AccountPicker } from "@/features/accounts/components/account-picker"
import { MediaField } from "@/features/media/components/media-field"
import { forgetPurpose } from "@/features/media/uploads"
import { Composer } from "@/features/posts/composer/composer"
import { useMe } from "@/features/users/api/user-queries"
import type { Post } from "@/lib/api/types"
import { t } from "@/lib/i18n"
import { useCameWithPage } from "@/lib/use-came-with-page"
import { ComposeSkeleton } from "./compose-skeleton"

const CreatorInfoGate = dynamic(() =>
  import("@/features/accounts/components/creator-info-gate").then((module) => module.CreatorInfoGate),
)
const MediaDoctor = whenLoaded(
  dynamic(() => import("@/features/media/components/media-doctor").then((module) => module.MediaDoctor)),
)
const PhotoField = whenLoaded(
  dynamic(() => import("@/features/media/components/photo-field").then((module) => module.PhotoField)),
  () => <Skeleton className="h-48 w-full" />,
)
const SlideshowPart = whenLoaded(
  dynamic(() => import("@/features/media/slideshow/slideshow-part").then((module) => module.SlideshowPart)),
  ({ part }) =>
    part === "preview" ? null : <Skeleton className={part === "photos" ? "h-48 w-full" : "h-22 w-full"} />,
)

/** The composer, drawn with its page where that comes from the server. */
export function ComposeScreen({ post = null }: { post?: Post | null }) {
  return <Screen post={post} cameWithPage={useCameWithPage()} />
}

type ScreenProps = { post: Post | null; cameWithPage: boolean }

/** Hands the composer what other features own: the video, the accounts, the person's zone. */
const Screen = memo(function ComposeScreen({ post, cameWithPage }: ScreenProps) {
  const router = useRouter()
  const params = useSearchParams()
  const me = useMe()
  const list = useQuery(accountQueries.list())
  // The server's clock where it drew this, so that the browser takes over the same time of the post.
  const [now] = useState(() => (cameWithPage && list.dataUpdatedAt ? list.dataUpdatedAt : Date.now()))
  const accounts = list.data?.items
  const purpose = `compose:${post?.id ?? "new"}`
  if (!me || !accounts) return <ComposeSkeleton />
  const zone = post?.local_time ? post.time_zone : me.time_zone
  const known = [...accounts, ...(post?.publications.map(({ account }) => account) ?? [])]
  const unknown = { nickname: t("An account that is no longer here"), username: null, avatar_url: null }
  return (
    <Composer
      zone={zone}
      post={post}
      now={now}
      cameWithPage={cameWithPage}
      {...(post
        ? {}
        : { start: { day: params.get("day"), kind: params.get("kind"), media: params.get("media") } })}
      identify={(id) => known.find((account) => account.id === id) ?? { id, ...unknown }}
      renderPhotos={(slot) => <PhotoField purpose={`${purpose}:photos`} {...slot} />}
      renderSlideshow={(slot) => <SlideshowPart part="photos" purpose={`${purpose}:slides`} {...slot} />}
      renderVideo={(slot) => <SlideshowPart part="video" {...slot} />}
      renderSlides={(value) => <SlideshowPart part="preview" value={value} />}
      renderMedia={(slot) => <MediaField purpose={purpose} {...slot} />}
      renderDoctor={(slot) => (
        <MediaDoctor
          {...slot}
          onChange={(id) => {
            forgetPurpose(purpose) // else the upload that arrived would put its own file back
            slot.onChange(id)
          }}
        />
      )}
      renderPicker={(slot) => <AccountPicker {...slot} />}
      renderGate={(gate) => <CreatorInfoGate zone={zone} {...gate} />}
      // The address of what is being edited, without another page: a reload finds the draft again.
      onKept={(saved) => window.history.replaceState(null, "", `/posts/${saved.id}/edit`)}
      onSaved={(saved) => {
        forgetPurpose(purpose)
        for (const part of ["photos", "slides", "slides:music"]) forgetPurpose(`${purpose}:${part}`)
        void import("@/features/posts/composer/saved-words").then(({ savedWords }) =>
          say(savedWords(saved, zone)),
        )
        router.push(`/posts/${saved.id}`)
      }}
    />
  )
})
