import type { Metadata } from "next"
import { t } from "@/lib/i18n"

export function generateMetadata(): Metadata {
  return { title: t("Library") }
}

/** The list alone: the layout shows it, and a file's page stands beside it. */
export default function LibraryPage() {
  return null
}
