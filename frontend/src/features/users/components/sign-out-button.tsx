"use client"

import { useState } from "react"
import { Button } from "@/components/ui/button"
import { say } from "@/components/ui/toaster"
import { sentenceOf } from "@/lib/api/api-error"
import { postSession } from "@/lib/api-client"
import { t } from "@/lib/i18n"

/** Ends the session; a fresh page follows, so that nothing of it stays in memory. */
export function SignOutButton() {
  const [leaving, setLeaving] = useState(false)

  async function leave() {
    setLeaving(true)
    try {
      await postSession("/session/sign-out")
      window.location.assign("/sign-in")
    } catch (error) {
      say(sentenceOf(error))
      setLeaving(false)
    }
  }

  return (
    <Button disabled={leaving} onClick={leave}>
      {leaving ? t("Signing out…") : t("Sign out")}
    </Button>
  )
}
