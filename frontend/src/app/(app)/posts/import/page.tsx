import type { Metadata } from "next"
import { PageHead } from "@/components/ui/page-head"
import { t } from "@/lib/i18n"
import { ImportPanel } from "./import-panel"

export function generateMetadata(): Metadata {
  return { title: t("Import posts") }
}

export default function ImportPage() {
  return (
    <>
      <PageHead
        title={t("Import posts")}
        state={t(
          "Many posts from one CSV file. Nothing is saved before you have seen what each row becomes.",
        )}
      />
      <ImportPanel />
    </>
  )
}
