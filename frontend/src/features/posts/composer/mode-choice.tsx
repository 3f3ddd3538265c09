import { Select } from "@/components/ui/field"
import { t } from "@/lib/i18n"
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
      aria-label={t("How it goes out")}
      value={target.post_mode}
      onChange={(event) => onChange({ post_mode: event.target.value as PostMode })}
    >
      <option value="DIRECT_POST" disabled={account.can_publish === false}>
        {account.can_publish === false
          ? t("Publish on TikTok (not allowed by this account)")
          : t("Publish on TikTok")}
      </option>
      <option value="MEDIA_UPLOAD" disabled={account.can_draft === false}>
        {account.can_draft === false
          ? t("Send to the TikTok inbox as a draft (not allowed by this account)")
          : t("Send to the TikTok inbox as a draft")}
      </option>
    </Select>
  )
}
