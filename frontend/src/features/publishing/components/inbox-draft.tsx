"use client"

import { Check, Copy } from "lucide-react"
import { useState } from "react"
import { Button } from "@/components/ui/button"
import { t } from "@/lib/i18n"

/** What a person needs beside the TikTok app to finish a draft: TikTok takes no caption with a video draft. */
export function InboxDraft({ caption }: { caption: string }) {
  const [copied, setCopied] = useState(false)
  const Icon = copied ? Check : Copy
  if (!caption) return null
  return (
    <div className="grid gap-2 rounded-outer border border-line p-3">
      <p className="whitespace-pre-wrap break-words text-13">{caption}</p>
      <Button
        size="small"
        className="justify-self-start"
        onClick={() => navigator.clipboard.writeText(caption).then(() => setCopied(true))}
      >
        <Icon aria-hidden className="size-4" />
        {copied ? t("Caption copied") : t("Copy the caption")}
      </Button>
    </div>
  )
}
