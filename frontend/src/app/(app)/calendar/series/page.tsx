import type { Metadata } from "next"
import { SeriesScreen } from "@/features/scheduling/series/series-screen"
import { t } from "@/lib/i18n"

export function generateMetadata(): Metadata {
  return { title: t("Series") }
}

export default function SeriesPage() {
  return <SeriesScreen />
}
