"use client"

import { Search } from "lucide-react"
import { useSyncExternalStore } from "react"
import { t } from "@/lib/i18n"
import { commandKey } from "@/lib/shortcuts"

const never = () => () => {}

/** The way to the palette for a mouse or a finger; it says which keys lead there. */
export function FindButton({ onOpen }: { onOpen: () => void }) {
  const keys = useSyncExternalStore(never, commandKey, () => "")
  return (
    <button
      type="button"
      onClick={onOpen}
      title={t("Find a page, an account or a post")}
      className="flex min-h-12 w-full flex-col items-center justify-center gap-0.5 rounded-outer text-12 text-muted transition-colors hover:bg-tint hover:text-ink tablet:min-h-9 tablet:flex-row tablet:justify-start tablet:gap-3 tablet:px-3 tablet:text-14 desk:border desk:border-line"
    >
      <Search aria-hidden className="size-5 shrink-0 tablet:size-4" />
      <span className="sr-only desk:not-sr-only">{t("Find")}</span>
      <kbd aria-hidden className="ml-auto hidden font-sans text-12 text-muted desk:inline">
        {keys}
      </kbd>
    </button>
  )
}
