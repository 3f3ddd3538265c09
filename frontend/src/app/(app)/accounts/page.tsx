import type { Metadata } from "next"
import { AccountsPanel } from "./accounts-panel"

export const metadata: Metadata = { title: "Accounts" }

export default function AccountsPage() {
  return <AccountsPanel />
}
