import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type { MeInput, WorkspaceInput } from "@/lib/api/types"
import { api, unwrap } from "@/lib/api-client"

export const userQueries = {
  all: ["users"] as const,
  me: () =>
    queryOptions({
      queryKey: [...userQueries.all, "me"],
      queryFn: ({ signal }) => unwrap(api.GET("/api/v1/auth/me", { signal })),
      staleTime: 60_000,
    }),
  devices: () =>
    queryOptions({
      queryKey: [...userQueries.all, "devices"],
      queryFn: ({ signal }) => unwrap(api.GET("/api/v1/auth/sessions", { signal })),
    }),
}

/** The signed-in person; undefined until known. */
export function useMe() {
  return useQuery(userQueries.me()).data
}

/** The zone in which this person reads times. */
export function useTimeZone(): string {
  return useMe()?.time_zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
}

export function useUpdateMe() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: MeInput) => unwrap(api.PUT("/api/v1/auth/me", { body })),
    onSuccess: (me) => client.setQueryData(userQueries.me().queryKey, me),
  })
}

/** Change the workspace's name, its clock and how it makes slideshows; what goes by that clock is asked for again. */
export function useUpdateWorkspace() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: WorkspaceInput) => unwrap(api.PUT("/api/v1/workspace", { body })),
    onSuccess: (workspace) => {
      client.setQueryData(userQueries.me().queryKey, (me) => me && { ...me, workspace })
      return client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== userQueries.all[0] })
    },
  })
}

export function useChangePassword() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { current_password: string; new_password: string }) =>
      unwrap(api.POST("/api/v1/auth/password", { body })),
    onSuccess: () => client.invalidateQueries({ queryKey: userQueries.devices().queryKey }),
  })
}

export function useEndDevice() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) =>
      unwrap(api.DELETE("/api/v1/auth/sessions/{session_id}", { params: { path: { session_id: id } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: userQueries.devices().queryKey }),
  })
}
