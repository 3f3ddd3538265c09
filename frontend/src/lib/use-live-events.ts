import { useQueryClient } from "@tanstack/react-query"
import { useEffect } from "react"
import { watch } from "./live"
import { useCameWithPage } from "./use-came-with-page"

/** Keep one stream of events open while a page is shown, and ask anew for what they tell of. Stands once in the app. */
export function useLiveEvents(): void {
  const client = useQueryClient()
  const cameWithPage = useCameWithPage()
  useEffect(() => {
    if (typeof EventSource === "undefined") return
    return watch(client, cameWithPage ? 0 : performance.now())
  }, [client, cameWithPage])
}
