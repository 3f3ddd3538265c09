import type { Metadata } from "next"
import { Preloaded } from "@/components/frame/preloaded"
import { accountQueries } from "@/features/accounts/api/account-queries"
import { groupQueries } from "@/features/accounts/api/group-queries"
import { t } from "@/lib/i18n"
import { preload } from "@/lib/session/preload"
import { AccountsPanel } from "./accounts-panel"

export function generateMetadata(): Metadata {
  return { title: t("Accounts") }
}

export default async function AccountsPage() {
  return (
    <Preloaded answers={await preload(accountQueries.list(), groupQueries.list())}>
      <AccountsPanel />
    </Preloaded>
  )
}
