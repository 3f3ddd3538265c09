import type { Metadata } from "next"
import { AccountPanel } from "./account-panel"

export const metadata: Metadata = { title: "Figures of an account" }

export default async function AccountFiguresPage({ params }: PageProps<"/analytics/accounts/[id]">) {
  const { id } = await params
  return <AccountPanel accountId={id} />
}
