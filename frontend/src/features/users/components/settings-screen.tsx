"use client"

import type { ReactNode } from "react"
import { AppLink } from "@/components/ui/app-link"
import { PageHead } from "@/components/ui/page-head"
import { Skeleton } from "@/components/ui/skeleton"
import { useMe } from "../api/user-queries"
import { Appearance } from "./appearance"
import { Devices } from "./devices"
import { PasswordForm } from "./password-form"
import { ProfileForm } from "./profile-form"
import { SignOutButton } from "./sign-out-button"
import { runsIt, WorkspaceForm } from "./workspace-form"

type SettingsScreenProps = {
  /** What other features set for the whole workspace. */
  publishing?: ReactNode
  /** Where a person chooses what they are mailed; it belongs to another feature. */
  mail: ReactNode
  /** Which reports are mailed, and how long figures are kept; both belong to another feature. */
  reports?: ReactNode
  retention?: ReactNode
}

export function SettingsScreen({ publishing, mail, reports, retention }: SettingsScreenProps) {
  const me = useMe()
  return (
    <>
      <PageHead title="Settings" state={me ? `Signed in as ${me.email}` : ""} action={<SignOutButton />} />
      <div className="grid max-w-form gap-10">
        <Section title="Profile">
          {me ? <ProfileForm me={me} /> : <Skeleton className="h-44 w-full" />}
        </Section>
        <Section title="TikTok">
          <p>
            <AppLink href="/settings/tiktok-apps">TikTok apps</AppLink>
            <span className="block text-13 text-muted">
              The developer apps that accounts are connected by, and the addresses TikTok asks for.
            </span>
          </p>
          <p>
            <AppLink href="/settings/tiktok-audit">TikTok's audit</AppLink>
            <span className="block text-13 text-muted">
              The five points a reviewer looks for, walked through while you record the video.
            </span>
          </p>
        </Section>
        {publishing ? (
          <Section title="Publishing" id="publishing">
            {publishing}
          </Section>
        ) : null}
        <Section title="Workspace">
          {me ? (
            <WorkspaceForm key={me.workspace.id} workspace={me.workspace} />
          ) : (
            <Skeleton className="h-44 w-full" />
          )}
          {me && runsIt(me.workspace) ? (
            <p>
              <AppLink href="/settings/audit">Audit log</AppLink>
              <span className="block text-13 text-muted">
                Who scheduled, retried, called off or settled what, and who connected or disconnected which
                account.
              </span>
            </p>
          ) : null}
        </Section>
        <Section title="E-mail" id="mail">
          {mail}
        </Section>
        {reports ? (
          <Section title="Reports by e-mail" id="reports">
            {reports}
          </Section>
        ) : null}
        {retention ? (
          <Section title="How long figures are kept" id="retention">
            {retention}
          </Section>
        ) : null}
        <Section title="Appearance">
          <Appearance />
        </Section>
        <Section title="Password">
          <PasswordForm />
        </Section>
        <Section title="Signed-in devices">
          <Devices />
        </Section>
      </div>
    </>
  )
}

function Section({ title, id, children }: { title: string; id?: string; children: ReactNode }) {
  return (
    <section id={id} className="grid scroll-mt-6 gap-4">
      <h2 className="border-line border-b pb-2 text-14">{title}</h2>
      {children}
    </section>
  )
}
