import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query"
import { api, unwrap } from "@/lib/api-client"
import { pollEvery } from "@/lib/cadence"

export const publicationQueries = {
  all: ["publications"] as const,
  ofPost: (postId: string) =>
    queryOptions({
      queryKey: [...publicationQueries.all, postId],
      queryFn: ({ signal }) =>
        unwrap(
          api.GET("/api/v1/posts/{post_id}/publications", { params: { path: { post_id: postId } }, signal }),
        ),
      refetchInterval: ({ state }) => pollEvery(state.data ?? []),
    }),
}

const at = (publication_id: string) => ({ params: { path: { publication_id } } })

/** What a person can do about one publication; afterwards everything that shows it is asked for again. */
export function usePublicationAction(id: string) {
  const client = useQueryClient()
  const onSettled = () => client.invalidateQueries()
  const cancel = useMutation({
    mutationFn: () => unwrap(api.POST("/api/v1/publications/{publication_id}/cancel", at(id))),
    onSettled,
  })
  const retry = useMutation({
    mutationFn: () => unwrap(api.POST("/api/v1/publications/{publication_id}/retry", at(id))),
    onSettled,
  })
  const settle = useMutation({
    mutationFn: (is_there: boolean) =>
      unwrap(api.POST("/api/v1/publications/{publication_id}/resolve", { ...at(id), body: { is_there } })),
    onSettled,
  })
  return { cancel, retry, settle }
}
