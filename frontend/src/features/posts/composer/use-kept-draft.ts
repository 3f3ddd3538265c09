import { useEffect, useRef, useState } from "react"
import type { UseFormReturn } from "react-hook-form"
import type { ComposeValues } from "./values"

const WRITE_AFTER_MS = 300

const keyOf = (postId: string | null) => `carillon.compose.${postId ?? "new"}`

/** Read what was typed here before the page went away; null when there is nothing. */
export function readKept(postId: string | null): ComposeValues | null {
  try {
    const kept = sessionStorage.getItem(keyOf(postId))
    return kept ? (JSON.parse(kept) as ComposeValues) : null
  } catch {
    return null
  }
}

/**
 * Keep the form in this tab's storage as it is typed: a reload, an ended session or a wrong turn loses nothing.
 *
 * Returns how to forget it, once it is saved at the server or thrown away on purpose.
 */
export function useKeptDraft(form: UseFormReturn<ComposeValues>, postId: string | null): () => void {
  const [kept] = useState(() => ({ timer: 0, closed: false }))
  const latest = useRef(postId)
  latest.current = postId
  useEffect(() => {
    const write = () => {
      clearTimeout(kept.timer)
      if (kept.timer && !kept.closed) sessionStorage.setItem(keyOf(postId), JSON.stringify(form.getValues()))
    }
    const stop = form.subscribe({
      formState: { values: true },
      callback: () => {
        clearTimeout(kept.timer)
        kept.timer = window.setTimeout(write, WRITE_AFTER_MS)
      },
    })
    window.addEventListener("pagehide", write)
    return () => {
      stop()
      window.removeEventListener("pagehide", write)
      // A new post that got its place at the server is kept there, and from now on under that place.
      if (latest.current === postId) write()
      else sessionStorage.removeItem(keyOf(postId))
    }
  }, [form, kept, postId])

  return () => {
    kept.closed = true
    clearTimeout(kept.timer)
    sessionStorage.removeItem(keyOf(postId))
  }
}
