import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query"
import { ApiError } from "./api/api-error"
import { setSessionEnded } from "./session-state"

/** Make the one cache of server data; any answer 401 opens the sign-in dialog. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({ onError: noticeSignedOut }),
    mutationCache: new MutationCache({ onError: noticeSignedOut }),
    defaultOptions: {
      queries: { staleTime: 5_000, retry: (count, error) => count < 2 && mayPass(error) },
      // A person decides whether to send something again.
      mutations: { retry: false },
    },
  })
}

function noticeSignedOut(error: unknown): void {
  if (error instanceof ApiError && error.status === 401) setSessionEnded(true)
}

function mayPass(error: unknown): boolean {
  return !(error instanceof ApiError) || error.status === 0 || error.status >= 500
}
