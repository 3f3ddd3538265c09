import type { Metadata } from "next"
import { SeriesScreen } from "@/features/scheduling/series/series-screen"

export const metadata: Metadata = { title: "Series" }

export default function SeriesPage() {
  return <SeriesScreen />
}
