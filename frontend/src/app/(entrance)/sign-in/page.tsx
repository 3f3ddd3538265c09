import type { Metadata } from "next"
import { redirect } from "next/navigation"
import { Entrance } from "@/components/frame/entrance"
import { SignInScreen } from "@/features/users/components/entrance-screens"
import { t } from "@/lib/i18n"
import { safeNext } from "@/lib/safe-next"
import { hasSession } from "@/lib/session/current"

export function generateMetadata(): Metadata {
  return { title: t("Sign in") }
}

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const { next } = await searchParams
  const after = safeNext(typeof next === "string" ? next : null)
  if (await hasSession()) redirect(after)
  return (
    <Entrance title={t("Sign in")} lead={t("All your TikTok accounts, from one place, on time.")}>
      <SignInScreen next={after} />
    </Entrance>
  )
}
