"use client"

import { useQuery } from "@tanstack/react-query"
import dynamic from "next/dynamic"
import { useState } from "react"
import { Button } from "@/components/ui/button"
import type { Post } from "@/lib/api/types"
import { t } from "@/lib/i18n"
import { postQueries } from "../api/post-queries"

const BulkDialog = dynamic(() => import("./bulk-dialog").then((module) => module.BulkDialog), { ssr: false })

/** The way from a pile of drafts to a plan; there is nothing to press where no draft is shown. */
export function ScheduleDrafts({ shown, zone }: { shown: readonly Post[]; zone: string }) {
  const [isOpen, setOpen] = useState(false)
  const drafts = useQuery({ ...postQueries.list({ status: "draft", limit: 100 }), enabled: isOpen }).data
    ?.items
  if (!shown.some(({ status }) => status === "draft")) return null
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t("Schedule drafts…")}</Button>
      {isOpen && drafts ? <BulkDialog drafts={drafts} zone={zone} onClose={() => setOpen(false)} /> : null}
    </>
  )
}
