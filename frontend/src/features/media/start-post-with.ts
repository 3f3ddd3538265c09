import { say } from "@/components/ui/toaster"
import { t } from "@/lib/i18n"
import { forgetPurpose, startUpload } from "./uploads"

/** A form's uploads are found by what it is for: these are of the post that is not saved yet. */
export const NEW_POST = "compose:new"
const MOST_PHOTOS = 35

/**
 * Send files for a new post, which the composer then finds on their way: one video, or photos.
 *
 * Return the post's kind; null when the files make no post, which is said.
 */
export function startPostWith(files: readonly File[]): "video" | "photo" | null {
  const videos = files.filter(({ type }) => type.startsWith("video/"))
  const photos = files.filter(({ type }) => type.startsWith("image/"))
  if (videos.length === 1 && photos.length === 0) {
    forgetPurpose(NEW_POST)
    for (const file of videos) startUpload(file, NEW_POST)
    return "video"
  }
  if (videos.length === 0 && photos.length > 0) {
    for (const file of photos.slice(0, MOST_PHOTOS)) startUpload(file, `${NEW_POST}:photos`)
    return "photo"
  }
  say(
    videos.length > 0
      ? t("A post has one video, or photos. Drop one video, or photos alone.")
      : t("Only a video or photos make a post."),
  )
  return null
}
