import type { Mutation, QueryClient } from "@tanstack/react-query"
import { accountQueries } from "@/features/accounts/api/account-queries"
import type { CreatorInfo, Post } from "@/lib/api/types"
import { timeWithSeconds } from "@/lib/dates"
import { t } from "@/lib/i18n"
import { lookAt } from "./evidence"
import { type Evidence, isLast, noteSeen, type Walk } from "./walk"

const LOOK_AFTER_MS = 150
const STIRS = ["click", "input", "change", "keyup"] as const

/** Return the walk with what the page, and the answers behind it, prove at this moment. */
export function lookAround(walk: Walk, page: Document, client: QueryClient, zone: string): Walk {
  const { notice, final, ...seen } = lookAt(page)
  const isOfSent = walk.sentPost && page.location.pathname === `/posts/${walk.sentPost}`
  return noteSeen(walk, {
    ...seen,
    ...lookAtAnswers(walk, client, zone),
    // Another post's page says the same, and proves nothing.
    ...(isOfSent && notice ? { notice } : {}),
    ...(isOfSent && final ? { final } : {}),
  })
}

function lookAtAnswers(walk: Walk, client: QueryClient, zone: string): Evidence {
  const answers = client
    .getQueryCache()
    .findAll({ queryKey: accountQueries.all })
    .filter(({ queryKey, state }) => queryKey[1] === "creator-info" && state.dataUpdatedAt >= walk.startedAt)
  const state = answers[0]?.state
  const info = state?.data as CreatorInfo | undefined
  if (!state || !info) return {}
  return {
    asked: t("{nickname}, at {timeWithSeconds}", {
      nickname: info.nickname,
      timeWithSeconds: timeWithSeconds(new Date(state.dataUpdatedAt).toISOString(), zone),
    }),
  }
}

/** Return the post that a mutation sent with a person's consent; null for any other mutation. */
export function sentBy({ state }: Pick<Mutation, "state">): Post | null {
  const asked = state.variables as { body?: { consent?: boolean } } | undefined
  const post = state.data as Partial<Post> | undefined
  const isSent = state.status === "success" && asked?.body?.consent === true
  return isSent && post?.publications && post.timing_mode !== "draft" ? (post as Post) : null
}

/** Note in the walk what a mutation sent, once it is at the point where that is shown. */
export function noteSent(walk: Walk, post: Post): Walk {
  if (!isLast(walk.point) || walk.sentPost) return walk
  const handles = post.publications.map(({ account }) => account.nickname).join(", ")
  return noteSeen({ ...walk, sentPost: post.id }, { sent: t("To {handles}", { handles }) })
}

/** Call `look` soon after anything on the page has changed or was touched; returns how to stop. */
export function watchPage(page: Document, look: () => void): () => void {
  let timer = 0
  const soon = () => {
    if (timer) return
    timer = window.setTimeout(() => {
      timer = 0
      look()
    }, LOOK_AFTER_MS)
  }
  const observer = new MutationObserver(soon)
  observer.observe(page.body, { subtree: true, childList: true, attributes: true, characterData: true })
  for (const name of STIRS) page.addEventListener(name, soon, true)
  page.addEventListener("scroll", soon, { capture: true, passive: true })
  soon()
  return () => {
    clearTimeout(timer)
    observer.disconnect()
    for (const name of STIRS) page.removeEventListener(name, soon, true)
    page.removeEventListener("scroll", soon, true)
  }
}
