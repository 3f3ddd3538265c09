import type { Metadata } from "next"
import { PageHead } from "@/components/ui/page-head"
import { ComposeScreen } from "./compose-screen"

export const metadata: Metadata = { title: "Compose" }

export default function ComposePage() {
  return (
    <>
      <PageHead title="Compose" state="A video or photos, on as many accounts as you choose." />
      <ComposeScreen />
    </>
  )
}
