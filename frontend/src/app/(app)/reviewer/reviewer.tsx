"use client"

import dynamic from "next/dynamic"
import { useSyncExternalStore } from "react"
import { hearOfWalk, readWalkText } from "@/lib/reviewer"

// Only who records the audit's video loads it.
const WalkBar = dynamic(() => import("./walk-bar").then((module) => module.WalkBar), { ssr: false })

const isOn = () => readWalkText() !== null

/** The audit walk's bar, on every page while there is a walk. */
export function Reviewer() {
  return useSyncExternalStore(hearOfWalk, isOn, () => false) ? <WalkBar /> : null
}
