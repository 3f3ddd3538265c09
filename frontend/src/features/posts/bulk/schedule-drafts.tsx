"use client"

import { useQuery } from "@tanstack/react-query"
import dynamic from "next/dynamic"
import { useState } from "react"
import { Button } from "@/components/ui/button"
import { postQueries } from "../api/post-queries"

const BulkDialog = dynamic(() => import("./bulk-dialog").then((module) => module.BulkDialog), { ssr: false })

/** The way from a pile of drafts to a plan; there is nothing to press while there are no drafts. */
export function ScheduleDrafts({ zone }: { zone: string }) {
  const [isOpen, setOpen] = useState(false)
  const drafts = useQuery(postQueries.list({ status: "draft", limit: 100 })).data?.items ?? []
  if (drafts.length === 0) return null
  return (
    <>
      <Button onClick={() => setOpen(true)}>Schedule drafts…</Button>
      {isOpen ? <BulkDialog drafts={drafts} zone={zone} onClose={() => setOpen(false)} /> : null}
    </>
  )
}
