import type { AccountMetrics } from "@/lib/api/types"
import { t } from "@/lib/i18n"
import { Count } from "../components/figure"
import { Panel } from "../components/panel"
import { notProvidedWords } from "../words"

/** All that TikTok tells of an audience; the rest is named, and no number stands in for it. */
export function AudiencePanel({ metrics: { audience } }: { metrics: AccountMetrics }) {
  const rows = [
    [t("Followers"), audience.followers],
    [t("Follows"), audience.following],
    [t("Likes on all its posts"), audience.profile_likes],
    [t("Public posts"), audience.public_posts],
  ] as const
  return (
    <Panel title={t("Audience")}>
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
        {t(
          "TikTok's API tells nobody: {facts}. So none of it is shown or guessed here; some of it stands in TikTok's own app.",
          { facts: notProvidedWords(audience) },
        )}
      </p>
    </Panel>
  )
}
