import { notFound } from "next/navigation"

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Return the id an address names; an address that names none has no page. */
export function idFrom(text: string): string {
  return ID.test(text) ? text : notFound()
}
