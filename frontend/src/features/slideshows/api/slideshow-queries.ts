import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query"
import { postQueries } from "@/features/posts/api/post-queries"
import type { SlideshowStatus } from "@/lib/api/types"
import { api, unwrap } from "@/lib/api-client"

const WHILE_MAKING_MS = 500

export const isBeingMade = ({ status }: Pick<SlideshowStatus, "status">) =>
  status === "pending" || status === "converting"

const params = (postId: string) => ({ params: { path: { post_id: postId } } })

export const slideshowQueries = {
  status: (postId: string) =>
    queryOptions({
      queryKey: [...postQueries.all, "slideshow", postId],
      queryFn: ({ signal }) =>
        unwrap(api.GET("/api/v1/posts/slideshow/{post_id}/status", { ...params(postId), signal })),
      refetchInterval: ({ state }) => (state.data && isBeingMade(state.data) ? WHILE_MAKING_MS : false),
    }),
}

/** Call the conversion off. */
export function useCancelSlideshow(postId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => unwrap(api.POST("/api/v1/posts/slideshow/{post_id}/cancel", params(postId))),
    onSettled: () => client.invalidateQueries({ queryKey: postQueries.all }),
  })
}

/** Make a video that failed again. */
export function useRetrySlideshow(postId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => unwrap(api.POST("/api/v1/posts/slideshow/{post_id}/retry", params(postId))),
    onSettled: () => client.invalidateQueries({ queryKey: postQueries.all }),
  })
}
