"use client"

import { Select } from "@/components/ui/field"
import { say } from "@/components/ui/toaster"
import { sentenceOf } from "@/lib/api/api-error"
import type { Account } from "@/lib/api/types"
import { t } from "@/lib/i18n"
import { useSetPostMode } from "../api/account-queries"
import { handleOf } from "../handle"

/** How new posts on an account begin; each can be changed in the composer. */
export function PostModeSelect({ account }: { account: Account }) {
  const save = useSetPostMode(account.id)
  if (account.status !== "connected" || !account.can_draft) return null
  const mode = save.isPending ? save.variables : account.can_publish ? account.post_mode : "MEDIA_UPLOAD"
  return (
    <span className="w-28 shrink-0">
      <Select
        aria-label={t("How new posts on {handle} begin", { handle: handleOf(account) })}
        title={t("How new posts begin")}
        value={mode}
        disabled={save.isPending || !account.can_publish}
        onChange={(event) =>
          save.mutate(event.target.value as Account["post_mode"], {
            onError: (error) => say(sentenceOf(error)),
          })
        }
      >
        <option value="DIRECT_POST">{t("Publish")}</option>
        <option value="MEDIA_UPLOAD">{t("As drafts")}</option>
      </Select>
    </span>
  )
}
