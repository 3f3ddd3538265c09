import type { Metadata } from "next"
import { idFrom } from "@/lib/ids"
import { FilePanel } from "./file-panel"

export const metadata: Metadata = { title: "File" }

export default async function FilePage({ params }: PageProps<"/library/[id]">) {
  const id = idFrom((await params).id)
  return <FilePanel fileId={id} />
}
