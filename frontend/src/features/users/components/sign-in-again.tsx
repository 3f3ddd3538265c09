"use client"

import { useQueryClient } from "@tanstack/react-query"
import { Dialog } from "@/components/ui/dialog"
import { t } from "@/lib/i18n"
import { rich } from "@/lib/rich"
import { setSessionEnded } from "@/lib/session-state"
import { userQueries } from "../api/user-queries"
import { SignInForm } from "./sign-in-form"

/** The sign-in in place. The address is fixed when we know who was here: another person starts on a fresh page. */
export function SignInAgain() {
  const client = useQueryClient()
  const me = client.getQueryData(userQueries.me().queryKey)

  function goOn() {
    setSessionEnded(false)
    client.invalidateQueries()
  }

  return (
    <Dialog title={t("Sign in again")}>
      <p className="text-muted">
        {t("Your session ended. What you typed is still here behind this window.")}
      </p>
      <SignInForm onDone={goOn} email={me?.email} />
      {me ? (
        <p className="pb-1 text-13 text-muted">
          {rich(t("Not {name}? <link>Sign in as someone else</link>", { name: me.name || me.email }), {
            link: (text) => <a href="/sign-in">{text}</a>,
          })}
        </p>
      ) : null}
    </Dialog>
  )
}
