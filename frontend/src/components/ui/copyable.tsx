"use client"

import { Check, Copy } from "lucide-react"
import { useState } from "react"
import { t } from "@/lib/i18n"

/** A code or id that a person may have to pass on, with a button that copies it. */
export function Copyable({ label, value }: { label: string; value: string }) {
  const [copied, setCopied] = useState(false)
  const Icon = copied ? Check : Copy
  return (
    <button
      type="button"
      className="inline-flex max-w-full items-center gap-1 rounded-inner text-left text-12 text-muted hover:text-ink"
      aria-label={copied ? t("Copied") : t("Copy {label} {value}", { label, value })}
      onClick={() => navigator.clipboard.writeText(value).then(() => setCopied(true))}
    >
      <span className="min-w-0 break-all">
        {label} {value}
      </span>
      <Icon aria-hidden className="size-3 shrink-0" />
    </button>
  )
}
