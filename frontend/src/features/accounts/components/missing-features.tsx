import type { Account } from "@/lib/api/types"
import { type Message, m, t } from "@/lib/i18n"
import { ReconnectButton } from "./reconnect-button"

type Feature = Account["features"][number]

const words: Record<Feature["feature"], Message> = {
  profile: m("no @name"),
  stats: m("no follower counts"),
  analytics: m("no analytics"),
  posting: m("no posting"),
  drafts: m("no drafts"),
}

/** What the account did not allow: one quiet line, which opens the sentences. Nothing while all of it is there. */
export function MissingFeatures({ account }: { account: Account }) {
  const missing = account.features.filter(({ available }) => !available)
  if (account.status !== "connected" || missing.length === 0) return null
  return (
    <details className="text-12 text-muted">
      <summary className="cursor-pointer">{missing.map((one) => wordOf(one, missing)).join(", ")}</summary>
      <ul className="grid gap-1 pt-1">
        {missing.map(({ feature, sentence }) => (
          <li key={feature}>{sentence}</li>
        ))}
      </ul>
      <div className="pt-2">
        <ReconnectButton account={account} />
      </div>
    </details>
  )
}

function wordOf({ feature }: Feature, missing: readonly Feature[]): string {
  const draftsLeft = feature === "posting" && !missing.some((one) => one.feature === "drafts")
  return draftsLeft ? t("drafts only") : t(words[feature])
}
