"use client"

import { Select } from "@/components/ui/field"
import { say } from "@/components/ui/toaster"
import { sentenceOf } from "@/lib/api/api-error"
import type { Account } from "@/lib/api/types"
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
        aria-label={`How new posts on ${handleOf(account)} begin`}
        title="How new posts begin"
        value={mode}
        disabled={save.isPending || !account.can_publish}
        onChange={(event) =>
          save.mutate(event.target.value as Account["post_mode"], {
            onError: (error) => say(sentenceOf(error)),
          })
        }
      >
        <option value="DIRECT_POST">Publish</option>
        <option value="MEDIA_UPLOAD">As drafts</option>
      </Select>
    </span>
  )
}
