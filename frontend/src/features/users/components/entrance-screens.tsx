"use client"

import { useRouter } from "next/navigation"
import { AppLink } from "@/components/ui/app-link"
import { t } from "@/lib/i18n"
import { chosenLanguage } from "@/lib/language"
import { readerLanguage } from "@/lib/reader-locale"
import { rich } from "@/lib/rich"
import { SignInForm } from "./sign-in-form"
import { SignUpForm } from "./sign-up-form"

/** Tell whether whoever signed in has another language than this page; only a page of its own can begin anew in it. */
function isInOtherLanguage(): boolean {
  const chosen = chosenLanguage(document.cookie)
  return chosen !== undefined && chosen !== readerLanguage()
}

/** The two ways in; both lead to where the person was going. */
export function SignInScreen({ next }: { next: string }) {
  const router = useRouter()
  return (
    <>
      <SignInForm onDone={() => (isInOtherLanguage() ? location.replace(next) : router.replace(next))} />
      <p className="text-13 text-muted">
        {rich(t("No account yet? <link>Sign up</link>"), {
          link: (text) => <AppLink href={withNext("/sign-up", next)}>{text}</AppLink>,
        })}
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
        {rich(t("Already here? <link>Sign in</link>"), {
          link: (text) => <AppLink href={withNext("/sign-in", next)}>{text}</AppLink>,
        })}
      </p>
    </>
  )
}

function withNext(path: string, next: string): string {
  return next === "/" ? path : `${path}?next=${encodeURIComponent(next)}`
}
