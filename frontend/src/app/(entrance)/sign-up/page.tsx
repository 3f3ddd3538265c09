import type { Metadata } from "next"
import { redirect } from "next/navigation"
import { Entrance } from "@/components/frame/entrance"
import { SignUpScreen } from "@/features/users/components/entrance-screens"
import { safeNext } from "@/lib/safe-next"
import { hasSession } from "@/lib/session/current"

export const metadata: Metadata = { title: "Sign up" }

export default async function SignUpPage({ searchParams }: PageProps<"/sign-up">) {
  const { next } = await searchParams
  const after = safeNext(typeof next === "string" ? next : null)
  if (await hasSession()) redirect(after)
  return (
    <Entrance title="Sign up" lead="Your account and its workspace live on this server only.">
      <SignUpScreen next={after} />
    </Entrance>
  )
}
