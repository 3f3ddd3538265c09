import type { Account } from "@/lib/api/types"
import { ReconnectButton } from "./reconnect-button"

type Feature = Account["features"][number]

const words: Record<Feature["feature"], string> = {
  profile: "no @name",
  stats: "no follower counts",
  analytics: "no analytics",
  posting: "no posting",
  drafts: "no drafts",
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
  return draftsLeft ? "drafts only" : words[feature]
}
