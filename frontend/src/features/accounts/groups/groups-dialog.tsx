"use client"

import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { Button } from "@/components/ui/button"
import { Dialog } from "@/components/ui/dialog"
import { Failed } from "@/components/ui/failed"
import { NamedRow } from "@/components/ui/named-row"
import { Skeleton } from "@/components/ui/skeleton"
import { say } from "@/components/ui/toaster"
import type { Account, AccountGroup } from "@/lib/api/types"
import { plural } from "@/lib/figures"
import { t } from "@/lib/i18n"
import { groupQueries } from "../api/group-queries"
import { DeleteGroupDialog } from "./delete-group-dialog"
import { GroupForm } from "./group-form"

type GroupsDialogProps = { accounts: readonly Account[]; onClose: () => void }

/** The workspace's groups of accounts: made, renamed, filled and deleted. */
export function GroupsDialog({ accounts, onClose }: GroupsDialogProps) {
  const [edited, setEdited] = useState<AccountGroup | "new" | null>(null)
  const [leaving, setLeaving] = useState<AccountGroup | null>(null)
  const groups = useQuery(groupQueries.list())

  if (leaving) return <DeleteGroupDialog group={leaving} onClose={() => setLeaving(null)} />
  if (edited) {
    const group = edited === "new" ? null : edited
    return (
      <Dialog
        key="form"
        title={group ? t("Change “{name}”", { name: group.name }) : t("New group of accounts")}
        onClose={onClose}
      >
        <GroupForm
          group={group}
          accounts={accounts}
          onSaved={({ name, account_ids }) => {
            say(t("“{name}” has {accounts}.", { name, accounts: plural(account_ids.length, "account") }))
            setEdited(null)
          }}
          onBack={() => setEdited(null)}
        />
      </Dialog>
    )
  }
  return (
    <Dialog
      key="list"
      title={t("Groups of accounts")}
      onClose={onClose}
      footer={<Button onClick={() => setEdited("new")}>{t("New group")}</Button>}
    >
      {groups.isPending ? <Skeleton className="h-24 w-full" /> : null}
      {groups.isError && !groups.data ? <Failed error={groups.error} retry={() => groups.refetch()} /> : null}
      {groups.data?.length === 0 ? (
        <p className="text-muted">
          {t("No group yet. Accounts in a group are found together, and chosen for a post with one click.")}
        </p>
      ) : null}
      <ul className="grid max-h-80 overflow-y-auto">
        {groups.data?.map((group) => (
          <NamedRow
            key={group.id}
            name={group.name}
            words={plural(group.account_ids.length, "account")}
            onEdit={() => setEdited(group)}
            onDelete={() => setLeaving(group)}
          />
        ))}
      </ul>
    </Dialog>
  )
}
