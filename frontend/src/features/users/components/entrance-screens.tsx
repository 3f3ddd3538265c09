"use client"

import { useRouter } from "next/navigation"
import { AppLink } from "@/components/ui/app-link"
import { SignInForm } from "./sign-in-form"
import { SignUpForm } from "./sign-up-form"

/** The two ways in; both lead to where the person was going. */
export function SignInScreen({ next }: { next: string }) {
  const router = useRouter()
  return (
    <>
      <SignInForm onDone={() => router.replace(next)} />
      <p className="text-13 text-muted">
        No account yet? <AppLink href={withNext("/sign-up", next)}>Sign up</AppLink>
      </p>
    </>
  )
}

export function SignUpScreen({ next }: { next: string }) {
  const router = useRouter()
  return (
    <>
      <SignUpForm onDone={() => router.replace(next)} />
      <p className="text-13 text-muted">
        Already here? <AppLink href={withNext("/sign-in", next)}>Sign in</AppLink>
      </p>
    </>
  )
}

function withNext(path: string, next: string): string {
  return next === "/" ? path : `${path}?next=${encodeURIComponent(next)}`
}
