import { type QueryClient, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query"
import { ApiError, api, unwrap } from "@/lib/api-client"
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

// It comes with the first that is called off.
const offerUndo = (client: QueryClient, ids: string[], left?: string) =>
  void import("./undo-cancel").then((module) => module.offerUndoCancel(client, ids, left))

const at = (publication_id: string) => ({ params: { path: { publication_id } } })

type Found = { is_there: boolean; link: string; confirmed: boolean }

/** What a person can do about one publication; afterwards everything that shows it is asked for again. */
export function usePublicationAction(id: string) {
  const client = useQueryClient()
  const onSettled = () => client.invalidateQueries()
  const cancel = useMutation({
    mutationFn: () => unwrap(api.POST("/api/v1/publications/{publication_id}/cancel", at(id))),
    onSuccess: () => offerUndo(client, [id]),
    onSettled,
  })
  const retry = useMutation({
    mutationFn: () => unwrap(api.POST("/api/v1/publications/{publication_id}/retry", at(id))),
    onSettled,
  })
  const settle = useMutation({
    mutationFn: (body: Found) =>
      unwrap(api.POST("/api/v1/publications/{publication_id}/resolve", { ...at(id), body })),
    onSettled,
  })
  const isPending = cancel.isPending || retry.isPending || settle.isPending
  const unnamed = isAboutLink(settle.error) ? null : settle.error // what is wrong with the link stands at its field
  return { cancel, retry, settle, isPending, error: cancel.error ?? retry.error ?? unnamed }
}

export type PublicationActions = ReturnType<typeof usePublicationAction>

function isAboutLink(error: Error | null): boolean {
  return error instanceof ApiError && error.fields.some(({ field }) => field === "link")
}

/** What a person can do about a post on all its accounts at once. */
export function usePostAction(id: string) {
  const client = useQueryClient()
  const onSettled = () => client.invalidateQueries()
  const path = { params: { path: { post_id: id } } }
  const retry = useMutation({
    mutationFn: () => unwrap(api.POST("/api/v1/posts/{post_id}/retry", path)),
    onSettled,
  })
  const cancel = useMutation({
    mutationFn: () => unwrap(api.POST("/api/v1/posts/{post_id}/cancel", path)),
    onSuccess: ({ changed, left }) => offerUndo(client, changed, left[0]?.sentence),
    onSettled,
  })
  return { retry, cancel, isPending: retry.isPending || cancel.isPending, error: retry.error ?? cancel.error }
}
