import type { Account } from "@/lib/api/types"

type Feature = Account["features"][number]["feature"]

/** Return the sentence about one feature, where this account lacks it; null where it has it. */
export function whyNot(account: Pick<Account, "features">, feature: Feature): string | null {
  return account.features.find((one) => one.feature === feature && !one.available)?.sentence ?? null
}
