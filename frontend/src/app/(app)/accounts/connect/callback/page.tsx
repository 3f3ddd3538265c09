import type { Metadata } from "next"
import { PageHead } from "@/components/ui/page-head"
import { ConnectCallback } from "@/features/accounts/components/connect-callback"
import { t } from "@/lib/i18n"

export function generateMetadata(): Metadata {
  return { title: t("Connecting") }
}

export default function ConnectCallbackPage() {
  return (
    <>
      <PageHead title={t("Connect a TikTok account")} />
      <ConnectCallback />
    </>
  )
}
