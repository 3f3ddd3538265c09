"use client"

import { type ReactNode, useState } from "react"
import { Select } from "@/components/ui/field"
import type { BlockAccount } from "./account-block"

type PreviewProps = {
  caption: string
  clipUrl: string | null
  /** Photos, in place of the clip. */
  picture?: ReactNode
  accounts: readonly BlockAccount[]
}

/** The post as it will stand on a phone, with the real clip: nothing is added to it. */
export function Preview({ caption, clipUrl, picture, accounts }: PreviewProps) {
  const [chosen, setChosen] = useState("")
  const account = accounts.find(({ id }) => id === chosen) ?? accounts[0]
  return (
    <div className="grid justify-items-center gap-2">
      <figure
        aria-label="Preview"
        className="relative grid aspect-[9/16] w-50 place-items-center overflow-hidden rounded-phone border border-line bg-screen text-on-screen"
      >
        {picture ? (
          picture
        ) : clipUrl ? (
          <video
            key={clipUrl}
            src={clipUrl}
            controls
            muted
            loop
            playsInline
            preload="metadata"
            className="absolute inset-0 size-full object-contain"
          />
        ) : (
          <span className="px-6 text-center text-12">The video appears here</span>
        )}
        <figcaption className="pointer-events-none absolute inset-x-0 top-0 grid gap-0.5 bg-screen/70 p-3 text-12">
          <span className="truncate font-strong">{account?.nickname ?? "No account yet"}</span>
          <span className="line-clamp-3 whitespace-pre-wrap">{caption}</span>
        </figcaption>
      </figure>
      {accounts.length > 1 ? (
        <div className="w-50">
          <Select
            aria-label="Preview for"
            value={account?.id}
            onChange={(event) => setChosen(event.target.value)}
          >
            {accounts.map(({ id, nickname }) => (
              <option key={id} value={id}>
                {nickname}
              </option>
            ))}
          </Select>
        </div>
      ) : null}
    </div>
  )
}
