import type { ReactNode } from "react"
import { ButtonLink } from "@/components/ui/button-link"
import { FilmDrawing } from "@/components/ui/drawings"
import { Empty } from "@/components/ui/empty"
import { t } from "@/lib/i18n"

/** What stands where no file is; `upload` is null while some are on their way. */
export function Nothing({ isNarrow, upload }: { isNarrow: boolean; upload: ReactNode }) {
  return isNarrow ? (
    <Empty
      drawing={<FilmDrawing />}
      sentence={t("No file is like that.")}
      action={<ButtonLink href="/library">{t("Show all files")}</ButtonLink>}
    />
  ) : upload ? (
    <Empty
      drawing={<FilmDrawing />}
      sentence={t("No video or photo is here yet. What you upload stays on this server.")}
      action={upload}
    />
  ) : null
}
