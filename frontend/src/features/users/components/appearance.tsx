"use client"

import { useEffect, useState } from "react"
import { type Message, m, t } from "@/lib/i18n"
import { applyTheme, type Theme, themes, toTheme } from "@/lib/theme"

const words: Record<Theme, Message> = { system: m("As the system"), light: m("Light"), dark: m("Dark") }

export function Appearance() {
  const [theme, setTheme] = useState<Theme | null>(null)
  useEffect(() => setTheme(toTheme(document.documentElement.dataset.theme)), [])
  return (
    <fieldset className="flex flex-wrap gap-x-6">
      <legend className="sr-only">{t("Appearance")}</legend>
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
          {t(words[one])}
        </label>
      ))}
    </fieldset>
  )
}
