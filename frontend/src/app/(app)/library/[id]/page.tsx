import type { Metadata } from "next"
import { Preloaded } from "@/components/frame/preloaded"
import { libraryQueries } from "@/features/media/api/library-queries"
import { mediaQueries } from "@/features/media/api/media-queries"
import { t } from "@/lib/i18n"
import { idFrom } from "@/lib/ids"
import { preload } from "@/lib/session/preload"
import { FilePanel } from "./file-panel"

export function generateMetadata(): Metadata {
  return { title: t("File") }
}

export default async function FilePage({ params }: PageProps<"/library/[id]">) {
  const id = idFrom((await params).id)
  return (
    <Preloaded answers={await preload(mediaQueries.detail(id), libraryQueries.holders(id))}>
      <FilePanel fileId={id} />
    </Preloaded>
  )
}
