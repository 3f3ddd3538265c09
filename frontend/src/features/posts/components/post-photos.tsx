import type { Post } from "@/lib/api/types"
import { mediaUrl } from "@/lib/api-client"
import { t } from "@/lib/i18n"

/** The photos of a post in their order, the cover marked. */
export function PostPhotos({ post }: { post: Post }) {
  return (
    <ol aria-label={t("Photos")} className="grid grid-cols-[repeat(auto-fill,minmax(120px,1fr))] gap-2">
      {post.media.map((photo, index) => (
        <li key={photo.id} className="relative overflow-hidden rounded-outer border border-line bg-tint">
          {photo.thumbnail_url ? (
            // biome-ignore lint/performance/noImgElement: a picture from our own route.
            <img
              src={mediaUrl(photo.thumbnail_url)}
              alt={photo.file_name}
              loading="lazy"
              className="aspect-square w-full object-cover"
            />
          ) : (
            <span className="grid aspect-square place-items-center p-2 text-12 text-muted">
              {photo.file_name}
            </span>
          )}
          <span className="tabular absolute top-1 left-1 rounded-inner bg-screen/70 px-1.5 text-12 text-on-screen">
            {index + 1}
            {post.kind === "photo" && index === post.cover_index ? ` · ${t("Cover")}` : ""}
          </span>
        </li>
      ))}
    </ol>
  )
}
