import { AppLink } from "@/components/ui/app-link"
import type { PostFilter } from "@/lib/api/types"
import { cn } from "@/lib/cn"
import { type Message, m, t } from "@/lib/i18n"
import { postStatus } from "@/lib/status"
import { type PostsPlace, postFilters, postsAddress } from "../address"

/** Narrow the list to one status; the choice stands in the address. */
export function StatusFilter({ place }: { place: PostsPlace }) {
  return (
    <nav
      aria-label={t("Filter by state")}
      className="-mx-4 overflow-x-auto px-4 pb-4 tablet:mx-0 tablet:px-0"
    >
      <ul className="flex gap-1 tablet:flex-wrap">
        <Choice
          href={postsAddress({ ...place, status: undefined })}
          word={t("All")}
          isChosen={place.status === undefined}
        />
        {postFilters.map((status) => (
          <Choice
            key={status}
            href={postsAddress({ ...place, status })}
            word={wordOf(status)}
            isChosen={place.status === status}
          />
        ))}
      </ul>
    </nav>
  )
}

/** Return what the posts of a choice are called. */
function wordOf(status: PostFilter): string {
  if (status === "waiting") return t("Waits for you")
  return status === "draft" ? t("Drafts") : t(postStatus[status].word)
}

/** The same within a sentence. */
const states: Record<Exclude<PostFilter, "waiting">, Message> = {
  draft: m("drafts"),
  scheduled: m("scheduled"),
  publishing: m("publishing"),
  published: m("published"),
  needs_you: m("needs you"),
  held: m("held"),
  failed: m("failed"),
  missed: m("missed"),
  cancelled: m("cancelled"),
}

/** Say that no post is of a choice, or has these words in its caption. */
export function noneWords(status: PostFilter | undefined, words: string | undefined): string {
  if (!status) return t("No post has “{words}” in its caption.", { words: words ?? "" })
  if (status === "waiting")
    return words
      ? t("No post waits for you and has “{words}” in its caption.", { words })
      : t("No post waits for you.")
  const state = t(states[status])
  return words
    ? t("No post is in the state “{state}” and has “{words}” in its caption.", { state, words })
    : t("No post is in the state “{state}”.", { state })
}

function Choice({ href, word, isChosen }: { href: string; word: string; isChosen: boolean }) {
  return (
    <li>
      <AppLink
        href={href}
        aria-current={isChosen ? "page" : undefined}
        className={cn(
          "flex min-h-7 items-center whitespace-nowrap rounded-outer px-2.5 text-13 no-underline hover:bg-tint",
          isChosen ? "bg-tint font-strong text-ink" : "text-muted",
        )}
      >
        {word}
      </AppLink>
    </li>
  )
}
