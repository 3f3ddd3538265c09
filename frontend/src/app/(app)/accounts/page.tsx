import type { Metadata } from "next"
import { t } from "@/lib/i18n"
import { AccountsPanel } from "./accounts-panel"

export function generateMetadata(): Metadata {
  return { title: t("Accounts") }
}

export default function AccountsPage() {
  return <AccountsPanel />
}
