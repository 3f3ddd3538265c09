import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query"
import type { SlideshowStatus } from "@/lib/api/types"
import { api, unwrap } from "@/lib/api-client"

const POSTS = ["posts"] // a post shows how far its video is
const WHILE_MAKING_MS = 500

export const isBeingMade = ({ status }: Pick<SlideshowStatus, "status">) =>
  status === "pending" || status === "converting"

const params = (postId: string) => ({ params: { path: { post_id: postId } } })

export const slideshowQueries = {
  status: (postId: string) =>
    queryOptions({
      queryKey: [...POSTS, "slideshow", postId],
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
    onSettled: () => client.invalidateQueries({ queryKey: POSTS }),
  })
}

/** Make a video that failed again. */
export function useRetrySlideshow(postId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => unwrap(api.POST("/api/v1/posts/slideshow/{post_id}/retry", params(postId))),
    onSettled: () => client.invalidateQueries({ queryKey: POSTS }),
  })
}
