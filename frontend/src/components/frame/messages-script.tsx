import { headers } from "next/headers"
import { catalogueOf } from "@/lib/catalogues"
import type { Language } from "@/lib/language"

/** The sentences of a language for the browser; it is waited for, so that whatever is drawn below finds them. */
export async function MessagesScript({ language }: { language: Language }) {
  const path = catalogueOf(language)?.path
  if (!path) return null
  const policy = (await headers()).get("content-security-policy") ?? ""
  return <script src={path} nonce={/'nonce-([^']+)'/.exec(policy)?.[1]} />
}
