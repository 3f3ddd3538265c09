import type { Account } from "@/lib/api/types"

/** What is wrong with an account that has to be connected again, and until when its posts go out. */
export function AccountTrouble({ account }: { account: Pick<Account, "trouble"> }) {
  if (!account.trouble) return null
  return <p className="text-12 text-needs-you">{account.trouble.message}</p>
}
