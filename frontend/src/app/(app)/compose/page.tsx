import type { Metadata } from "next"
import { Preloaded } from "@/components/frame/preloaded"
import { PageHead } from "@/components/ui/page-head"
import { accountQueries } from "@/features/accounts/api/account-queries"
import { t } from "@/lib/i18n"
import { preload } from "@/lib/session/preload"
import { ComposeScreen } from "./compose-screen"

export function generateMetadata(): Metadata {
  return { title: t("Compose") }
}

export default async function ComposePage() {
  return (
    <Preloaded answers={await preload(accountQueries.list())}>
      <PageHead title={t("Compose")} state={t("A video or photos, on as many accounts as you choose.")} />
      <ComposeScreen />
    </Preloaded>
  )
}
