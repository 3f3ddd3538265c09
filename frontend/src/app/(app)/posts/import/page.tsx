import type { Metadata } from "next"
import { PageHead } from "@/components/ui/page-head"
import { ImportPanel } from "./import-panel"

export const metadata: Metadata = { title: "Import posts" }

export default function ImportPage() {
  return (
    <>
      <PageHead
        title="Import posts"
        state="Many posts from one CSV file. Nothing is saved before you have seen what each row becomes."
      />
      <ImportPanel />
    </>
  )
}
