"use client"

import dynamic from "next/dynamic"
import { type ReactNode, useState } from "react"
import { Select } from "@/components/ui/field"
import { t } from "@/lib/i18n"
import type { BlockAccount } from "./account-block"

// They come with the clip.
const PreviewClip = dynamic(() => import("./preview-clip").then((module) => module.PreviewClip), {
  ssr: false,
})
const CoverNote = dynamic(() => import("./preview-clip").then((module) => module.CoverNote), { ssr: false })

type PreviewProps = {
  /** Of photos: stands over the caption. */
  title: string
  caption: string
  clipUrl: string | null
  coverMs: number
  /** Photos, in place of the clip. */
  picture?: ReactNode
  /** Who posts it, each with the words it has for its own. */
  accounts: readonly (BlockAccount & { own_caption?: string | null })[]
}

/** The post as it will stand on a phone, with the real clip and each account's real words: nothing is added to it. */
export function Preview({ title, caption, clipUrl, coverMs, picture, accounts }: PreviewProps) {
  const [chosen, setChosen] = useState("")
  const account = accounts.find(({ id }) => id === chosen) ?? accounts[0]
  const words = account?.own_caption ?? caption
  return (
    <div className="grid justify-items-center gap-2">
      <figure
        aria-label={t("Preview")}
        className="relative grid aspect-[9/16] w-50 place-items-center overflow-hidden rounded-phone border border-line bg-screen text-on-screen"
      >
        {picture ? (
          picture
        ) : clipUrl ? (
          <PreviewClip key={clipUrl} url={clipUrl} coverMs={coverMs} />
        ) : (
          <span className="px-6 text-center text-12">{t("The video appears here")}</span>
        )}
        <figcaption className="pointer-events-none absolute inset-x-0 top-0 grid gap-0.5 bg-screen/70 p-3 text-12">
          <span className="truncate font-strong">{account?.nickname ?? t("No account yet")}</span>
          <span className="line-clamp-3 whitespace-pre-wrap">{title ? `${title}\n${words}` : words}</span>
        </figcaption>
      </figure>
      {clipUrl && !picture && coverMs > 0 ? <CoverNote ms={coverMs} /> : null}
      {accounts.length > 1 ? (
        <div className="w-50">
          <Select
            aria-label={t("Preview for")}
            value={account?.id}
            onChange={(event) => setChosen(event.target.value)}
          >
            {accounts.map(({ id, nickname, own_caption }) => (
              <option key={id} value={id}>
                {typeof own_caption === "string" ? t("{nickname} (other words)", { nickname }) : nickname}
              </option>
            ))}
          </Select>
        </div>
      ) : null}
    </div>
  )
}
