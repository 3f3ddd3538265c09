"use client"

import { useState } from "react"
import { Dialog } from "@/components/ui/dialog"
import { m, t } from "@/lib/i18n"
import { commandKey, hearKeys, hearsKeys } from "@/lib/shortcuts"

const words = {
  c: m("Compose a post"),
  "g h": m("Go home"),
  "g c": m("Go to the calendar"),
  "g p": m("Go to posts"),
  "g l": m("Go to the library"),
  "g a": m("Go to accounts"),
  "g n": m("Go to analytics"),
  "g s": m("Go to settings"),
  "/": m("Search on this page"),
  "?": m("Show these keys"),
}

/** Which keys do what. Single keys can be turned off; the palette's stays. */
export function ShortcutsSheet({ onClose }: { onClose: () => void }) {
  const [heard, setHeard] = useState(hearsKeys)
  return (
    <Dialog title={t("Keys")} onClose={onClose}>
      <dl className="grid gap-1">
        <Line keys={commandKey()} word={t("Find a page, an account or a post")} />
        {Object.entries(words).map(([keys, word]) => (
          <Line key={keys} keys={keys} word={t(word)} />
        ))}
      </dl>
      <label className="flex min-h-7 items-center gap-2 border-line border-t pt-3">
        <input
          type="checkbox"
          className="size-4 accent-accent"
          checked={heard}
          onChange={({ target }) => {
            setHeard(target.checked)
            hearKeys(target.checked)
          }}
        />
        {t("Single keys do this in this browser")}
      </label>
    </Dialog>
  )
}

function Line({ keys, word }: { keys: string; word: string }) {
  return (
    <div className="flex min-h-7 items-center justify-between gap-4">
      <dt>{word}</dt>
      <dd className="flex items-center gap-1 text-13 text-muted">
        {keys.split(" ").map((key, index) => (
          <span key={key} className="flex items-center gap-1">
            {index > 0 && keys.startsWith("g ") ? t("then") : null}
            <kbd className="grid h-6 min-w-6 place-items-center rounded-inner border border-line px-1.5 font-sans text-12 text-ink">
              {key}
            </kbd>
          </span>
        ))}
      </dd>
    </div>
  )
}
