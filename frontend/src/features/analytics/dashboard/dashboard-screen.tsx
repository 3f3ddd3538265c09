"use client"

import { useQuery } from "@tanstack/react-query"
import dynamic from "next/dynamic"
import type { ReactNode } from "react"
import { ButtonLink } from "@/components/ui/button-link"
import { RopeDrawing } from "@/components/ui/drawings"
import { Empty } from "@/components/ui/empty"
import { Failed } from "@/components/ui/failed"
import { PageHead } from "@/components/ui/page-head"
import type { Dashboard } from "@/lib/api/types"
import { fromNow } from "@/lib/dates"
import { plural } from "@/lib/figures"
import { m, t } from "@/lib/i18n"
import { analyticsQueries } from "../api/analytics-queries"
import { PanelToCome, PanelWhenNear } from "../components/panel-when-near"
import { QualityLine } from "../components/quality-line"
import { RangePicker } from "../components/range-picker"
import { daysWords } from "../range"
import { useAddress } from "../use-address"
import { AccountNotes } from "./account-notes"
import { DashboardCharts } from "./dashboard-charts"
import { DashboardFigures } from "./dashboard-figures"
import { DashboardSkeleton } from "./dashboard-skeleton"

const top = { title: m("Posts that gain most"), skeleton: "h-72" }
const fleet = { title: m("Accounts"), skeleton: "h-80" }

const TopPosts = dynamic(() => import("./top-posts").then((module) => module.TopPosts), {
  ssr: false,
  loading: () => <PanelToCome {...top} />,
})
const FleetPanel = dynamic(() => import("./fleet-panel").then((module) => module.FleetPanel), {
  ssr: false,
  loading: () => <PanelToCome {...fleet} />,
})

type DashboardScreenProps = {
  zone: string
  /** The picture of an account, and the way to connect one again; both belong to other features. */
  pictureOf: (accountId: string) => string | null
  reconnect: (accountId: string) => ReactNode
  /** What else can be done with these figures, such as taking them along: the page's one place for it. */
  actions?: ReactNode
}

/** The workspace at a glance. */
export function DashboardScreen({ zone, pictureOf, reconnect, actions }: DashboardScreenProps) {
  const { range } = useAddress()
  const dashboard = useQuery(analyticsQueries.dashboard(range))
  const data = dashboard.data
  if (data?.accounts === 0) return <NoAccounts />
  return (
    <>
      <PageHead title={t("Analytics")} state={data ? stateOf(data, zone) : ""} action={actions} />
      <div className="grid gap-6">
        <RangePicker zone={zone} aside={data ? <QualityLine quality={data.quality} /> : null} />
        {dashboard.isPending ? <DashboardSkeleton /> : null}
        {dashboard.isError && !data ? (
          <Failed error={dashboard.error} retry={() => dashboard.refetch()} />
        ) : null}
        {data ? (
          <>
            {data.stale.length + data.doubted.length > 0 ? (
              <AccountNotes {...data} reconnect={reconnect} />
            ) : null}
            <DashboardFigures dashboard={data} isOld={dashboard.isPlaceholderData} />
            <DashboardCharts dashboard={data} isOld={dashboard.isPlaceholderData} />
            <PanelWhenNear {...top}>
              <TopPosts posts={data.top_posts} zone={zone} />
            </PanelWhenNear>
          </>
        ) : null}
        {data ? (
          <PanelWhenNear {...fleet}>
            <FleetPanel pictureOf={pictureOf} />
          </PanelWhenNear>
        ) : null}
      </div>
    </>
  )
}

function stateOf({ accounts, updated_at, range }: Dashboard, zone: string): string {
  const all = plural(accounts, "account")
  const updated = updated_at
    ? t("{accounts}, updated {ago}.", { accounts: all, ago: fromNow(updated_at) })
    : t("{accounts}, not looked at yet.", { accounts: all })
  return `${updated} ${daysWords(range, zone)}.`
}

function NoAccounts() {
  return (
    <>
      <PageHead title={t("Analytics")} />
      <Empty
        drawing={<RopeDrawing />}
        sentence={t(
          "No account is connected yet. Once one is, its figures are collected by themselves, from posts made elsewhere too.",
        )}
        action={<ButtonLink href="/accounts">{t("Connect an account")}</ButtonLink>}
      />
    </>
  )
}
