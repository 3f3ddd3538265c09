"use client"

import { Download } from "lucide-react"
import dynamic from "next/dynamic"
import { useState } from "react"
import { Button } from "@/components/ui/button"
import { t } from "@/lib/i18n"

// What is asked for and then waited for is needed by nobody else.
const ExportNews = dynamic(() => import("./export-news").then((module) => module.ExportNews), { ssr: false })
const TakeDialog = dynamic(() => import("./take-dialog").then((module) => module.TakeDialog), { ssr: false })

export type TakeableAccount = { id: string; handle: string }

type ExportButtonProps = {
  zone: string
  accounts: readonly TakeableAccount[]
  /** Whose page this is; absent where all accounts are shown. */
  accountId?: string
}

/** Opens what there is to take along of the figures on this page. */
export function ExportButton(props: ExportButtonProps) {
  const [isOpen, setOpen] = useState(false)
  const [asked, setAsked] = useState<readonly string[]>([])
  return (
    <>
      <Button aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <Download aria-hidden className="size-4" />
        {t("Export")}
      </Button>
      {isOpen ? (
        <TakeDialog
          {...props}
          onAsked={({ id }) => setAsked((before) => [...before, id])}
          onClose={() => setOpen(false)}
        />
      ) : null}
      {asked.length > 0 ? <ExportNews ids={asked} isQuiet={isOpen} /> : null}
    </>
  )
}
