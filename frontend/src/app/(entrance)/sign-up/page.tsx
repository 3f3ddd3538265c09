import type { Metadata } from "next"
import { redirect } from "next/navigation"
import { Entrance } from "@/components/frame/entrance"
import { SignUpScreen } from "@/features/users/components/entrance-screens"
import { t } from "@/lib/i18n"
import { safeNext } from "@/lib/safe-next"
import { hasSession } from "@/lib/session/current"

export function generateMetadata(): Metadata {
  return { title: t("Sign up") }
}

export default async function SignUpPage({ searchParams }: PageProps<"/sign-up">) {
  const { next } = await searchParams
  const after = safeNext(typeof next === "string" ? next : null)
  if (await hasSession()) redirect(after)
  return (
    <Entrance title={t("Sign up")} lead={t("Your account and its workspace live on this server only.")}>
      <SignUpScreen next={after} />
    </Entrance>
  )
}
