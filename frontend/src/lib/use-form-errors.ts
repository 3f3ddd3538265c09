import { useState } from "react"
import { ApiError, sentenceOf } from "./api/api-error"

/** Run a form's request, and keep its refusal where it belongs: beside a field, or above the button. */
export function useFormErrors(fields: readonly string[]) {
  const [error, setError] = useState<unknown>(null)
  const [pending, setPending] = useState(false)
  const known = error instanceof ApiError ? error.fields.filter(({ field }) => fields.includes(field)) : []

  async function attempt(send: () => Promise<unknown>): Promise<boolean> {
    setPending(true)
    setError(null)
    try {
      await send()
      return true
    } catch (refusal) {
      setError(refusal)
      return false
    } finally {
      setPending(false)
    }
  }

  return {
    attempt,
    pending,
    fieldError: (name: string) => known.find(({ field }) => field === name)?.message,
    formError: error && known.length === 0 ? sentenceOf(error) : null,
  }
}

/** Read a submitted form's text inputs by name. */
export function readForm(form: HTMLFormElement): Record<string, string> {
  return Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]))
}
