import { type QueryClient, useMutation, useQueryClient } from "@tanstack/react-query"
import { api, unwrap } from "@/lib/api-client"
import { plural } from "@/lib/figures"
import { postQueries } from "./post-queries"

const listed = { queryKey: [...postQueries.all, "list"] }

export function useDeletePost() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) =>
      unwrap(api.DELETE("/api/v1/posts/{post_id}", { params: { path: { post_id: id } } })),
    onSuccess: () => client.invalidateQueries(listed),
  })
}

/** Delete many posts; the key makes a second press harmless. */
export function useDeletePosts(key: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (post_ids: string[]) =>
      unwrap(
        api.POST("/api/v1/posts/bulk/delete", {
          body: { post_ids },
          headers: { "Idempotency-Key": key },
        }),
      ),
    // Not waited for: where no post is left, who asked is gone by then.
    onSuccess: () => void client.invalidateQueries(),
  })
}

/** Take a deletion back; returns what came of it, in a sentence. */
export async function restorePost(client: QueryClient, id: string): Promise<string> {
  const done = await unwrap(
    api.POST("/api/v1/posts/{post_id}/restore", { params: { path: { post_id: id } } }),
  )
  void client.invalidateQueries()
  return done.sentence
}

/** Take the deletion of many back; returns what came of it, in a sentence. */
export async function restorePosts(client: QueryClient, ids: string[]): Promise<string> {
  const { items } = await unwrap(api.POST("/api/v1/posts/bulk/restore", { body: { post_ids: ids } }))
  void client.invalidateQueries()
  const [only] = items
  if (items.length === 1 && only) return only.sentence
  const back = items.filter(({ is_back }) => is_back)
  const lost = items.length - back.length
  const passed = back.filter(
    ({ drafts, called_off, sentence }) => drafts + called_off > 0 && isMore(sentence),
  )
  return [
    plural(back.length, "post is back.", "posts are back."),
    passed.length > 0
      ? plural(
          passed.length,
          "post does not go out as planned: look at it in the list.",
          "posts do not go out as planned: look at them in the list.",
        )
      : "",
    lost > 0 ? plural(lost, "post was deleted too long ago.", "posts were deleted too long ago.") : "",
  ]
    .filter(Boolean)
    .join(" ")
}

/** Tell whether there is a reason after the first sentence: a draft that was one comes back without. */
function isMore(sentence: string): boolean {
  return sentence.indexOf(". ") > 0
}
