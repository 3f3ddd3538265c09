import { Select } from "@/components/ui/field"
import type { BlockAccount } from "./account-block"
import type { PostMode, Target } from "./values"

type ModeChoiceProps = {
  account: BlockAccount
  target: Target
  onChange: (part: Partial<Target>) => void
}

/** Published there and then, or left in the account's inbox in TikTok to be finished by hand. */
export function ModeChoice({ account, target, onChange }: ModeChoiceProps) {
  return (
    <Select
      aria-label="How it goes out"
      value={target.post_mode}
      onChange={(event) => onChange({ post_mode: event.target.value as PostMode })}
    >
      <option value="DIRECT_POST" disabled={account.can_publish === false}>
        Publish on TikTok{account.can_publish === false ? " (not allowed by this account)" : ""}
      </option>
      <option value="MEDIA_UPLOAD" disabled={account.can_draft === false}>
        Send to the TikTok inbox as a draft
        {account.can_draft === false ? " (not allowed by this account)" : ""}
      </option>
    </Select>
  )
}
