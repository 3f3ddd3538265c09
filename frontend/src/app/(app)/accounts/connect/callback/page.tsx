import type { Metadata } from "next"
import { PageHead } from "@/components/ui/page-head"
import { ConnectCallback } from "@/features/accounts/components/connect-callback"

export const metadata: Metadata = { title: "Connecting" }

export default function ConnectCallbackPage() {
  return (
    <>
      <PageHead title="Connect a TikTok account" />
      <ConnectCallback />
    </>
  )
}
