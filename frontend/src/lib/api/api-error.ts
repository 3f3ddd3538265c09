import { m, t } from "@/lib/i18n"
import type { Problem } from "./types"

export type FieldProblem = { field: string; message: string }

/** A refusal of the API: a stable code for programs, a sentence for people, and where it went wrong. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly fields: readonly FieldProblem[] = [],
  ) {
    super(message)
  }
}

const NO_ANSWER = m("Carillon did not answer. Check the connection and try again; what you typed is kept.")
const NO_SENSE = m("Carillon answered something unexpected. Try again in a moment; what you typed is kept.")

/** Make an ApiError of a refused answer, whatever its body is. */
export function toApiError(status: number, body: unknown): ApiError {
  if (!isProblem(body)) return new ApiError(status, "unknown", t(NO_SENSE))
  return new ApiError(status, body.code, body.detail || body.title, body.errors ?? [])
}

/** The request never got an answer. */
export const offline = () => new ApiError(0, "offline", t(NO_ANSWER))

/** Return the sentence a person should read about any error. */
export function sentenceOf(error: unknown): string {
  return error instanceof ApiError ? error.message : t(NO_SENSE)
}

function isProblem(body: unknown): body is Problem {
  return typeof body === "object" && body !== null && "code" in body && "detail" in body
}
