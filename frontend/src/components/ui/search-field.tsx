"use client"

import { Search } from "lucide-react"
import { useEffect, useEffectEvent, useState } from "react"
import { Input } from "./field"

const WAIT_MS = 250

type SearchFieldProps = { label: string; value: string; onSearch: (words: string) => void }

/** Words to look for, told once nothing was typed for a moment. "/" leads here (lib/shortcuts.ts). */
export function SearchField({ label, value, onSearch }: SearchFieldProps) {
  const [typed, setTyped] = useState(value)
  const [told, setTold] = useState(value)
  const [seen, setSeen] = useState(value)
  // Words that come from elsewhere, as with the browser's way back, are shown. Those told from here come back later, when
  // more may have been typed.
  if (value !== seen) {
    setSeen(value)
    if (value !== told) {
      setTold(value)
      setTyped(value)
    }
  }
  const tell = useEffectEvent((words: string) => {
    setTold(words)
    onSearch(words)
  })
  useEffect(() => {
    const words = typed.trim()
    if (words === value) return
    const timer = setTimeout(() => tell(words), WAIT_MS)
    return () => clearTimeout(timer)
  }, [typed, value])
  return (
    <div className="relative min-w-0 flex-1 tablet:w-52 tablet:flex-none">
      <Search aria-hidden className="pointer-events-none absolute top-2.5 left-2.5 size-4 text-muted" />
      <Input
        type="search"
        aria-label={label}
        placeholder={label}
        className="pl-8"
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
    </div>
  )
}
