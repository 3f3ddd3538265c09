"use client"

import dynamic from "next/dynamic"
import { useSessionEnded } from "@/lib/session-state"

const SignInAgain = dynamic(() => import("./sign-in-again").then((module) => module.SignInAgain), {
  ssr: false,
})

/** Opens the sign-in over the page when the session ends, so that nothing typed is lost. */
export function SessionGate() {
  return useSessionEnded() ? <SignInAgain /> : null
}
