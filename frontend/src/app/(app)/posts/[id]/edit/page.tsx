import type { Metadata } from "next"
import { PageHead } from "@/components/ui/page-head"
import { idFrom } from "@/lib/ids"
import { EditPanel } from "./edit-panel"

export const metadata: Metadata = { title: "Edit post" }

export default async function EditPostPage({ params }: PageProps<"/posts/[id]/edit">) {
  const id = idFrom((await params).id)
  return (
    <>
      <PageHead title="Edit post" state="Changes count for every account that has not been sent to yet." />
      <EditPanel postId={id} />
    </>
  )
}
