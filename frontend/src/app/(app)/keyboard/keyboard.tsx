"use client"

import dynamic from "next/dynamic"
import { useRouter } from "next/navigation"
import { useEffect, useState } from "react"
import { listenFor } from "@/lib/key-strokes"
import { hearsKeys, keyPlaces } from "@/lib/shortcuts"
import { FindButton } from "./find-button"

// Fetched when somebody asks for them.
const Palette = dynamic(() => import("./palette").then((module) => module.Palette), { ssr: false })
const ShortcutsSheet = dynamic(() => import("./shortcuts-sheet").then((module) => module.ShortcutsSheet), {
  ssr: false,
})

type Open = "palette" | "sheet" | null

/** Finding and jumping by keys, on every page; and the button for who has no keys. */
export function Keyboard() {
  const [open, setOpen] = useState<Open>(null)
  const router = useRouter()
  useEffect(() => {
    const places = Object.entries(keyPlaces).map(([keys, href]) => [keys, () => router.push(href)])
    const search = () => document.querySelector<HTMLElement>("main input[type=search]")?.focus()
    const hear = listenFor({ ...Object.fromEntries(places), "/": search, "?": () => setOpen("sheet") })
    const onKey = (event: KeyboardEvent) => {
      if ((event.metaKey || event.ctrlKey) && !event.altKey && event.key.toLowerCase() === "k") {
        event.preventDefault()
        setOpen((now) => (now === "palette" ? null : "palette"))
      } else if (hearsKeys()) hear(event)
    }
    window.addEventListener("keydown", onKey)
    return () => window.removeEventListener("keydown", onKey)
  }, [router])
  return (
    <>
      <FindButton onOpen={() => setOpen("palette")} />
      {open === "palette" ? <Palette onClose={() => setOpen(null)} onKeys={() => setOpen("sheet")} /> : null}
      {open === "sheet" ? <ShortcutsSheet onClose={() => setOpen(null)} /> : null}
    </>
  )
}
