import type { AccountMetrics } from "@/lib/api/types"
import { Count } from "../components/figure"
import { Panel } from "../components/panel"
import { notProvidedWords } from "../words"

/** All that TikTok tells of an audience; the rest is named, and no number stands in for it. */
export function AudiencePanel({ metrics: { audience } }: { metrics: AccountMetrics }) {
  const rows = [
    ["Followers", audience.followers],
    ["Follows", audience.following],
    ["Likes on all its posts", audience.profile_likes],
    ["Public posts", audience.public_posts],
  ] as const
  return (
    <Panel title="Audience">
      <dl className="grid text-13">
        {rows.map(([name, value]) => (
          <div key={name} className="flex min-h-8 items-center justify-between gap-4 border-line border-b">
            <dt className="text-muted">{name}</dt>
            <dd className="tabular font-strong">
              <Count value={value} />
            </dd>
          </div>
        ))}
      </dl>
      <p className="text-13 text-muted">
        TikTok's API tells nobody: {notProvidedWords(audience)}. So none of it is shown or guessed here; some
        of it stands in TikTok's own app.
      </p>
    </Panel>
  )
}
