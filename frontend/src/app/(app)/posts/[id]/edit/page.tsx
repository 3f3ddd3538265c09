import type { Metadata } from "next"
import { PageHead } from "@/components/ui/page-head"
import { t } from "@/lib/i18n"
import { idFrom } from "@/lib/ids"
import { EditPanel } from "./edit-panel"

export function generateMetadata(): Metadata {
  return { title: t("Edit post") }
}

export default async function EditPostPage({ params }: PageProps<"/posts/[id]/edit">) {
  const id = idFrom((await params).id)
  return (
    <>
      <PageHead
        title={t("Edit post")}
        state={t("Changes count for every account that has not been sent to yet.")}
      />
      <EditPanel postId={id} />
    </>
  )
}
