import { Avatar } from "@/components/ui/avatar"
import type { Account } from "@/lib/api/types"
import { t } from "@/lib/i18n"

/** An account's picture, nickname and @name. */
export function AccountIdentity({
  account,
}: {
  account: Pick<Account, "nickname" | "username" | "avatar_url">
}) {
  return (
    <span className="flex min-w-0 items-center gap-3">
      <Avatar name={account.nickname} url={account.avatar_url} />
      <span className="grid min-w-0">
        <span className="truncate font-strong">{account.nickname}</span>
        <span className="truncate text-12 text-muted">
          {account.username ? `@${account.username}` : t("name not shared")}
        </span>
      </span>
    </span>
  )
}
