import type { Path, UseFormSetError } from "react-hook-form"
import { ApiError, sentenceOf } from "@/lib/api/api-error"
import type { ComposeValues } from "./values"

/** Where the API's fields stand in the form; one of its lists is one field here. */
function placeOf(
  field: string,
  kind: ComposeValues["kind"],
): Path<ComposeValues> | "publications.root" | "root" {
  if (field.startsWith("images") || field.startsWith("music") || field === "transition_ms")
    return "slideshow.root" as Path<ComposeValues>
  if (field.startsWith("media_ids") || field === "cover_index")
    return kind === "photo" ? ("photo_ids.root" as Path<ComposeValues>) : "media_id"
  if (field === "publications") return "publications.root"
  if (field === "caption" || field === "title" || field === "cover_ms" || field === "timing.local_time")
    return field
  if (/^publications\.\d+$/.test(field)) return `${field}.account_id` as Path<ComposeValues>
  if (/^publications\.\d+\.\w+$/.test(field)) return field as Path<ComposeValues>
  return "root"
}

/** Put each sentence of a refusal beside its field, and what belongs to none above the button. */
export function showRefusal(
  error: unknown,
  setError: UseFormSetError<ComposeValues>,
  kind: ComposeValues["kind"] = "video",
): void {
  const fields = error instanceof ApiError ? error.fields : []
  if (fields.length === 0) setError("root", { message: sentenceOf(error) })
  for (const { field, message } of fields) {
    const place = placeOf(field, kind) as Path<ComposeValues>
    setError(place, { type: "server", message })
  }
}
