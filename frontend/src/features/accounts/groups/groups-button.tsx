"use client"

import dynamic from "next/dynamic"
import { useState } from "react"
import { Button } from "@/components/ui/button"
import type { Account } from "@/lib/api/types"
import { t } from "@/lib/i18n"

const GroupsDialog = dynamic(() => import("./groups-dialog").then((module) => module.GroupsDialog), {
  ssr: false,
})

/** The way to the groups of accounts; one account alone needs none. */
export function GroupsButton({ accounts }: { accounts: readonly Account[] }) {
  const [isOpen, setOpen] = useState(false)
  if (accounts.length < 2) return null
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t("Groups")}</Button>
      {isOpen ? <GroupsDialog accounts={accounts} onClose={() => setOpen(false)} /> : null}
    </>
  )
}
