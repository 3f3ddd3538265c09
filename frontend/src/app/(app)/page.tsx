import type { Metadata } from "next"
import { HomePanel } from "./home-panel"

export const metadata: Metadata = { title: "Home" }

export default function HomePage() {
  return <HomePanel />
}
