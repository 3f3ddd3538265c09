import type { Post } from "@/lib/api/types"
import { plural } from "@/lib/figures"
import { t } from "@/lib/i18n"

/** Say a length of time: "45 minutes", "1 hour", "1 h 30 min", "3 days". */
export function lengthWords(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  if (hours === 0) return plural(minutes, "minute")
  if (minutes % 60) return t("{hours} h {minutes} min", { hours, minutes: minutes % 60 })
  return hours > 24 && hours % 24 === 0 ? plural(hours / 24, "day") : plural(hours, "hour")
}

/** Say how a post keeps to its time: when it asks, and over how long its accounts are spread. */
export function paceWords(post: Pick<Post, "late_limit_min" | "stagger_min" | "publications">): string {
  const late =
    post.late_limit_min === null
      ? t("If it cannot go out on time, it is sent however late.")
      : t("If it cannot go out on time, it asks you after {length}.", {
          length: lengthWords(post.late_limit_min),
        })
  const spread = post.stagger_min > 0 && post.publications.length > 1
  return spread
    ? `${late} ${t("Its accounts are spread over {length}.", { length: lengthWords(post.stagger_min) })}`
    : late
}
