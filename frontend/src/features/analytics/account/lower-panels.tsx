"use client"

import dynamic from "next/dynamic"
import type { AccountMetrics } from "@/lib/api/types"
import { m } from "@/lib/i18n"
import { PanelToCome, PanelWhenNear } from "../components/panel-when-near"
import { AudiencePanel } from "./audience-panel"

const forecast = { title: m("Where it is going"), skeleton: "h-80" }
const times = { title: m("Best times to post"), skeleton: "h-78" }
const posts = { title: m("Posts"), skeleton: "h-120" }
const hashtags = { title: m("Hashtags"), skeleton: "h-60" }

const ForecastPanel = dynamic(() => import("./forecast-panel").then((module) => module.ForecastPanel), {
  ssr: false,
  loading: () => <PanelToCome {...forecast} />,
})
const TimesPanel = dynamic(() => import("./times-panel").then((module) => module.TimesPanel), {
  ssr: false,
  loading: () => <PanelToCome {...times} />,
})
const PostsPanel = dynamic(() => import("./posts-panel").then((module) => module.PostsPanel), {
  ssr: false,
  loading: () => <PanelToCome {...posts} />,
})
const HashtagsPanel = dynamic(() => import("./hashtags-panel").then((module) => module.HashtagsPanel), {
  ssr: false,
  loading: () => <PanelToCome {...hashtags} />,
})

type LowerPanelsProps = { accountId: string; zone: string; metrics: AccountMetrics }

/** What stands below an account's first chart; each part comes when somebody comes near it. */
export function LowerPanels({ accountId, zone, metrics }: LowerPanelsProps) {
  return (
    <>
      <div className="grid gap-6 wide:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <PanelWhenNear {...forecast}>
          <ForecastPanel accountId={accountId} />
        </PanelWhenNear>
        <AudiencePanel metrics={metrics} />
      </div>
      <PanelWhenNear {...times}>
        <TimesPanel accountId={accountId} zone={zone} />
      </PanelWhenNear>
      <PanelWhenNear {...posts}>
        <PostsPanel accountId={accountId} zone={zone} />
      </PanelWhenNear>
      <PanelWhenNear {...hashtags}>
        <HashtagsPanel accountId={accountId} />
      </PanelWhenNear>
    </>
  )
}
