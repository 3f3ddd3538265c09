"use client"

import { useQuery } from "@tanstack/react-query"
import { Plus } from "lucide-react"
import { useState } from "react"
import { AppLink } from "@/components/ui/app-link"
import { Button } from "@/components/ui/button"
import { Failed } from "@/components/ui/failed"
import { PageHead } from "@/components/ui/page-head"
import { Skeleton } from "@/components/ui/skeleton"
import type { TikTokApp, TikTokAppList } from "@/lib/api/types"
import { plural } from "@/lib/figures"
import { t } from "@/lib/i18n"
import { appQueries } from "../api/app-queries"
import { AddAppForm } from "./add-app-form"
import { AppCard } from "./app-card"
import { PortalAddresses } from "./portal-addresses"

/** The TikTok apps that accounts are connected by, and what TikTok's developer portal asks for. */
export function AppsScreen({ zone }: { zone: string }) {
  const apps = useQuery(appQueries.list())
  const [adding, setAdding] = useState(false)
  const add =
    apps.data?.can_change && !adding ? (
      <Button kind="primary" onClick={() => setAdding(true)}>
        <Plus aria-hidden className="size-4" />
        {t("Add a TikTok app")}
      </Button>
    ) : null
  return (
    <>
      <p className="pb-1 text-13">
        <AppLink href="/settings">{t("Settings")}</AppLink>
      </p>
      <PageHead title={t("TikTok apps")} state={apps.data ? stateOf(apps.data.items) : ""} action={add} />
      {apps.isPending ? <AppsSkeleton /> : null}
      {apps.isError && !apps.data ? <Failed error={apps.error} retry={() => apps.refetch()} /> : null}
      {apps.data ? (
        <div className="grid max-w-form gap-10">
          {adding ? <AddAppForm list={apps.data} onDone={() => setAdding(false)} /> : null}
          <AppList list={apps.data} zone={zone} />
          <PortalAddresses list={apps.data} />
        </div>
      ) : null}
    </>
  )
}

function AppList({ list, zone }: { list: TikTokAppList; zone: string }) {
  const ownOnes = list.items.filter(({ is_own }) => !is_own)
  return (
    <section aria-label={t("TikTok apps")} className="grid gap-3">
      {list.items.map((app) => (
        <AppCard key={app.id} app={app} canChange={list.can_change} zone={zone} />
      ))}
      {ownOnes.length === 0 ? (
        <p className="text-13 text-muted">
          {t(
            "This workspace has no app of its own. One is worth having when yours has passed TikTok's audit, or when you post for more accounts than one app may.",
          )}
          {list.can_change ? "" : ` ${t("An owner or admin of this workspace can add it.")}`}
        </p>
      ) : null}
    </section>
  )
}

function stateOf(apps: readonly TikTokApp[]): string {
  const off = apps.filter(({ is_enabled }) => !is_enabled).length
  const troubled = apps.filter(({ problem }) => problem).length
  const parts = [plural(apps.length, "app")]
  if (off > 0) parts.push(t("{off} switched off", { off }))
  if (troubled > 0) parts.push(t("{troubled} that TikTok does not accept", { troubled }))
  return parts.join(", ")
}

function AppsSkeleton() {
  return (
    <div role="status" aria-label={t("Loading the TikTok apps")} className="grid max-w-form gap-3">
      <Skeleton className="h-44 w-full" />
      <Skeleton className="h-24 w-full" />
    </div>
  )
}
