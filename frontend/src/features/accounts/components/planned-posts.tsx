"use client"

import { AppLink } from "@/components/ui/app-link"
import type { AccountPlans } from "@/lib/api/types"
import { dayAndTime } from "@/lib/dates"
import { plural } from "@/lib/figures"
import { t } from "@/lib/i18n"

type PlannedPostsProps = { plans: AccountPlans; zone: string }

/** The posts that are affected, by name: the first of them, and how many more. */
export function PlannedPosts({ plans: { next, scheduled }, zone }: PlannedPostsProps) {
  if (next.length === 0) return null
  return (
    <div className="grid gap-1 text-13">
      <ul aria-label={t("Posts that wait")} className="border-line border-t">
        {next.map(({ id, caption, due_at }) => (
          <li key={id} className="flex items-baseline gap-3 border-line border-b py-1.5">
            <AppLink href={`/posts/${id}`} className="min-w-0 flex-1 truncate">
              {caption.trim() || t("No caption yet")}
            </AppLink>
            <span className="tabular whitespace-nowrap text-muted">
              {due_at ? dayAndTime(due_at, zone) : "–"}
            </span>
          </li>
        ))}
      </ul>
      {scheduled > next.length ? (
        <p className="text-muted">
          {t("and {morePosts}", { morePosts: plural(scheduled - next.length, "more post") })}
        </p>
      ) : null}
    </div>
  )
}
