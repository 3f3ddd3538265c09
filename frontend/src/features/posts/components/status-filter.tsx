import { AppLink } from "@/components/ui/app-link"
import type { PostFilter } from "@/lib/api/types"
import { cn } from "@/lib/cn"
import { postStatus } from "@/lib/status"
import { type PostsPlace, postsAddress } from "../address"

const offered: readonly PostFilter[] = [
  "waiting",
  "draft",
  "scheduled",
  "publishing",
  "published",
  "needs_you",
  "held",
  "failed",
  "missed",
  "cancelled",
]

/** Return the status named in an address; undefined for none or an unknown one. */
export function toStatus(value: string | null): PostFilter | undefined {
  return offered.find((status) => status === value)
}

/** Narrow the list to one status; the choice stands in the address. */
export function StatusFilter({ place }: { place: PostsPlace }) {
  return (
    <nav aria-label="Filter by state" className="-mx-4 overflow-x-auto px-4 pb-4 tablet:mx-0 tablet:px-0">
      <ul className="flex gap-1">
        <Choice
          href={postsAddress({ ...place, status: undefined })}
          word="All"
          isChosen={place.status === undefined}
        />
        {offered.map((status) => (
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
export function wordOf(status: PostFilter): string {
  if (status === "waiting") return "Waits for you"
  return status === "draft" ? "Drafts" : postStatus[status].word
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
