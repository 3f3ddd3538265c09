import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query"
import type { AppChange, AppInput } from "@/lib/api/types"
import { api, unwrap } from "@/lib/api-client"

export const appQueries = {
  all: ["tiktok-apps"] as const,
  list: () =>
    queryOptions({
      queryKey: [...appQueries.all, "list"],
      queryFn: ({ signal }) => unwrap(api.GET("/api/v1/tiktok/apps", { signal })),
    }),
}

export function useAddApp() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: AppInput) => unwrap(api.POST("/api/v1/tiktok/apps", { body })),
    onSuccess: () => client.invalidateQueries({ queryKey: appQueries.all }),
  })
}

/** Switching an app off or on holds and releases posts, so everything is asked for anew. */
export function useChangeApp(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: AppChange) =>
      unwrap(api.PATCH("/api/v1/tiktok/apps/{app_id}", { params: { path: { app_id: id } }, body })),
    onSettled: () => client.invalidateQueries(),
  })
}

export function useRemoveApp(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () =>
      unwrap(api.DELETE("/api/v1/tiktok/apps/{app_id}", { params: { path: { app_id: id } } })),
    onSuccess: () => {
      // Not waited for: the app's card goes with the new list, and with it what is said when it is done.
      void client.invalidateQueries({ queryKey: appQueries.all })
    },
  })
}

export function useTestApp(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () =>
      unwrap(api.POST("/api/v1/tiktok/apps/{app_id}/test", { params: { path: { app_id: id } } })),
    onSettled: () => client.invalidateQueries(),
  })
}

export function useSetPullPrefix(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (pull_prefix: string) =>
      unwrap(
        api.PUT("/api/v1/tiktok/apps/{app_id}/pull-prefix", {
          params: { path: { app_id: id } },
          body: { pull_prefix },
        }),
      ),
    onSettled: () => client.invalidateQueries(),
  })
}

/** Ask TikTok whether the address is verified; nothing is posted by it. */
export function useCheckPull(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () =>
      unwrap(api.POST("/api/v1/tiktok/apps/{app_id}/pull-check", { params: { path: { app_id: id } } })),
    onSettled: () => client.invalidateQueries(),
  })
}
