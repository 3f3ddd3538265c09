import { type FieldErrors, type Resolver, set } from "react-hook-form"
import type { ComposeContext } from "./complaints"
import type { ComposeValues } from "./values"

/** Let the rules judge the form; of several complaints about one field the first is shown. */
export function rulesResolver(context: () => ComposeContext): Resolver<ComposeValues> {
  return async (values) => {
    // Fetched by the first sending; where it cannot be, the API judges by the same rules.
    const rules = await import("./complaints").catch(() => null)
    const found = rules?.complaints(values, context()) ?? []
    if (found.length === 0) return { values, errors: {} }
    const errors: FieldErrors<ComposeValues> = {}
    for (const { path, message } of found.toReversed()) set(errors, path.join("."), { type: "rule", message })
    return { values: {}, errors }
  }
}
