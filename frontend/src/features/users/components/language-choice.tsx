"use client"

import { useState } from "react"
import { say } from "@/components/ui/toaster"
import { sentenceOf } from "@/lib/api/api-error"
import type { Me } from "@/lib/api/types"
import { t } from "@/lib/i18n"
import { type Language, languageCookie, languages } from "@/lib/language"
import { readerLanguage } from "@/lib/reader-locale"
import { useUpdateMe } from "../api/user-queries"

/** The language of the pages in this browser, and of the person's mail. */
export function LanguageChoice({ me }: { me: Me }) {
  const update = useUpdateMe()
  const [chosen, setChosen] = useState<Language | null>(null)
  const shown = chosen ?? readerLanguage()

  async function choose(language: Language) {
    setChosen(language)
    try {
      await update.mutateAsync({ name: me.name, time_zone: me.time_zone, language })
      // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser, and this is no secret.
      document.cookie = languageCookie(language)
      location.reload()
    } catch (error) {
      setChosen(null)
      say(sentenceOf(error))
    }
  }

  return (
    <fieldset disabled={update.isPending} className="grid gap-2">
      <legend className="sr-only">{t("Language")}</legend>
      <div className="flex flex-wrap gap-x-6">
        {Object.entries(languages).map(([language, name]) => (
          <label key={language} lang={language} className="flex min-h-7 items-center gap-2">
            <input
              type="radio"
              name="language"
              className="size-4 accent-accent"
              checked={shown === language}
              onChange={() => choose(language as Language)}
            />
            {name}
          </label>
        ))}
      </div>
      <p className="text-13 text-muted">
        {t("Of the pages here and of what Carillon mails you. What TikTok says stays as it is.")}
      </p>
    </fieldset>
  )
}
