"use client"

import { useEffect, useState } from "react"
import { applyTheme, type Theme, themes, toTheme } from "@/lib/theme"

const words: Record<Theme, string> = { system: "As the system", light: "Light", dark: "Dark" }

export function Appearance() {
  const [theme, setTheme] = useState<Theme | null>(null)
  useEffect(() => setTheme(toTheme(document.documentElement.dataset.theme)), [])
  return (
    <fieldset className="flex flex-wrap gap-x-6">
      <legend className="sr-only">Appearance</legend>
      {themes.map((one) => (
        <label key={one} className="flex min-h-7 items-center gap-2">
          <input
            type="radio"
            name="theme"
            className="size-4 accent-accent"
            checked={theme === one}
            onChange={() => {
              setTheme(one)
              applyTheme(one)
            }}
          />
          {words[one]}
        </label>
      ))}
    </fieldset>
  )
}
