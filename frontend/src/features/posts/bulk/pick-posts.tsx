import type { ReactNode } from "react"
import type { Post } from "@/lib/api/types"
import { titleOf } from "../words"

type PickPostsProps = {
  /** What the list is of. */
  legend: ReactNode
  posts: readonly Post[]
  chosen: ReadonlySet<string>
  onChange: (chosen: ReadonlySet<string>) => void
  /** Something small at the right end of a post's line. */
  aside?: (post: Post) => ReactNode
}

/** Posts with a box to tick each. */
export function PickPosts({ legend, posts, chosen, onChange, aside }: PickPostsProps) {
  function toggle(id: string) {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    onChange(next)
  }
  return (
    <fieldset className="grid gap-0.5">
      <legend className="pb-1 font-strong text-13">{legend}</legend>
      <div className="max-h-72 overflow-y-auto rounded-outer border border-line">
        {posts.map((post) => (
          <label
            key={post.id}
            className="flex min-h-9 items-center gap-2 border-line px-3 not-first:border-t"
          >
            <input
              type="checkbox"
              className="size-4 shrink-0 accent-accent"
              checked={chosen.has(post.id)}
              onChange={() => toggle(post.id)}
            />
            <span className="min-w-0 flex-1 truncate">{titleOf(post)}</span>
            {aside ? <span className="shrink-0 text-12">{aside(post)}</span> : null}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
