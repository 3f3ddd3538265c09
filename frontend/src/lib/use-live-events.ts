import { useQueryClient } from "@tanstack/react-query"
import { useEffect } from "react"
import { watch } from "./live"

/** Keep one stream of events open while a page is shown, and ask anew for what they tell of. Stands once in the app. */
export function useLiveEvents(): void {
  const client = useQueryClient()
  useEffect(() => (typeof EventSource === "undefined" ? undefined : watch(client)), [client])
}
