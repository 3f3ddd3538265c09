import type { Metadata } from "next"
import { idFrom } from "@/lib/ids"
import { AccountPanel } from "./account-panel"

export const metadata: Metadata = { title: "Figures of an account" }

export default async function AccountFiguresPage({ params }: PageProps<"/analytics/accounts/[id]">) {
  const id = idFrom((await params).id)
  return <AccountPanel accountId={id} />
}
