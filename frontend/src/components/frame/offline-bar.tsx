"use client"

import { useSyncExternalStore } from "react"
import { t } from "@/lib/i18n"

function subscribe(listener: () => void): () => void {
  window.addEventListener("online", listener)
  window.addEventListener("offline", listener)
  return () => {
    window.removeEventListener("online", listener)
    window.removeEventListener("offline", listener)
  }
}

/** A quiet bar while the network is away. */
export function OfflineBar() {
  const online = useSyncExternalStore(
    subscribe,
    () => navigator.onLine,
    () => true,
  )
  if (online) return null
  return (
    <p role="status" className="border-line border-b bg-tint px-4 py-2 text-center text-13 text-muted">
      {t("You are offline. What you type is kept, and uploads go on when the network is back.")}
    </p>
  )
}
