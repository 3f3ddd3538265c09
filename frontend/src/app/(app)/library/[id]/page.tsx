import type { Metadata } from "next"
import { t } from "@/lib/i18n"
import { idFrom } from "@/lib/ids"
import { FilePanel } from "./file-panel"

export function generateMetadata(): Metadata {
  return { title: t("File") }
}

export default async function FilePage({ params }: PageProps<"/library/[id]">) {
  const id = idFrom((await params).id)
  return <FilePanel fileId={id} />
}
