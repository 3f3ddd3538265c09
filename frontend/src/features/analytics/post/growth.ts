import type { PostFigures } from "@/lib/api/types"

/** The ages, in hours, at which posts are compared. */
const AGES_H = [1, 2, 3, 4, 6, 9, 12, 18, 24, 36, 48, 72, 120, 168, 336, 720]
export const WEEK_H = 168
const HOUR_MS = 3_600_000

export type Counter = "views" | "likes" | "comments" | "shares"

/** A post at an age; `value` is null where it is not known, which the line leaves out. */
export type Grown = { age_h: number; value: number | null; isNow: boolean }

/** Return a post's totals from its first hour until now. Ages it has reached and nobody knows are gaps. */
export function grownOf(post: PostFigures, counter: Counter): Grown[] {
  const known = new Map(post.ages.map((one) => [one.age_h, one[counter]]))
  const first = post.ages[0]?.age_h ?? Number.POSITIVE_INFINITY
  const now = ageNow(post)
  const reached = AGES_H.filter((age) => age >= first && age < (now ?? 0))
  const grown: Grown[] = reached.map((age_h) => ({ age_h, value: known.get(age_h) ?? null, isNow: false }))
  const value = post[counter]
  if (now !== null && value !== null) grown.push({ age_h: now, value, isNow: true })
  return grown
}

/** Return how old the post was when it was last looked at, in hours. */
export function ageNow({
  published_at,
  updated_at,
}: Pick<PostFigures, "published_at" | "updated_at">): number | null {
  if (!updated_at) return null
  const age = (Date.parse(updated_at) - Date.parse(published_at)) / HOUR_MS
  return age > 0 ? age : null
}

type Expected = PostFigures["expected"][number]

/** Return the last thing foretold of a post's views at seven days. */
export function lastExpected({ expected }: Pick<PostFigures, "expected">): Expected | null {
  return expected.at(-1) ?? null
}
