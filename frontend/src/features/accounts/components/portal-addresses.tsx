"use client"

import { Check, Copy } from "lucide-react"
import { type ReactNode, useState } from "react"
import { Button } from "@/components/ui/button"
import type { TikTokAppList } from "@/lib/api/types"
import { t } from "@/lib/i18n"
import { platformWord } from "../app-words"

/** The two addresses that TikTok's developer portal asks for, and what each is good for here. */
export function PortalAddresses({ list }: { list: TikTokAppList }) {
  return (
    <section aria-label={t("For TikTok's developer portal")} className="grid gap-5">
      <h2 className="border-line border-b pb-2 text-14">{t("For TikTok's developer portal")}</h2>
      <Address label={t("Redirect URI")} value={list.redirect_uri}>
        <p>{t("Register it letter by letter under Login Kit: TikTok compares every character.")}</p>
        {list.platforms.map(({ platform, usable, reason }) => (
          <p key={platform}>
            <span className="font-strong">{platformWord(platform)}:</span>{" "}
            {usable ? t("works with this address.") : reason}
          </p>
        ))}
      </Address>
      <Address label={t("Webhook URL")} value={list.webhook_url}>
        <p>
          {t("TikTok tells Carillon here when a post is out or an account takes its permission back.")}{" "}
          {list.webhook_note}
        </p>
      </Address>
    </section>
  )
}

type AddressProps = { label: string; value: string; children: ReactNode }

function Address({ label, value, children }: AddressProps) {
  const [copied, setCopied] = useState(false)
  const Icon = copied ? Check : Copy
  return (
    <div className="grid gap-1">
      <h3 className="font-strong text-13">{label}</h3>
      <div className="flex items-center gap-2 rounded-outer border border-line bg-raised py-1 pr-1 pl-3">
        <code className="min-w-0 flex-1 break-all text-13">{value}</code>
        <Button
          kind="quiet"
          size="small"
          aria-label={copied ? t("{label} copied", { label }) : t("Copy the {label}", { label })}
          onClick={() => navigator.clipboard.writeText(value).then(() => setCopied(true))}
        >
          <Icon aria-hidden className="size-4" />
          {copied ? t("Copied") : t("Copy")}
        </Button>
      </div>
      <div className="grid gap-1 text-13 text-muted">{children}</div>
    </div>
  )
}
