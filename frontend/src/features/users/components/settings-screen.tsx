"use client"

import type { ReactNode } from "react"
import { AppLink } from "@/components/ui/app-link"
import { PageHead } from "@/components/ui/page-head"
import { Skeleton } from "@/components/ui/skeleton"
import { t } from "@/lib/i18n"
import { useMe } from "../api/user-queries"
import { Appearance } from "./appearance"
import { Devices } from "./devices"
import { LanguageChoice } from "./language-choice"
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
      <PageHead
        title={t("Settings")}
        state={me ? t("Signed in as {email}", { email: me.email }) : ""}
        action={<SignOutButton />}
      />
      <div className="grid max-w-form gap-10">
        <Section title={t("Profile")}>
          {me ? <ProfileForm me={me} /> : <Skeleton className="h-44 w-full" />}
        </Section>
        <Section title="TikTok">
          <p>
            <AppLink href="/settings/tiktok-apps">{t("TikTok apps")}</AppLink>
            <span className="block text-13 text-muted">
              {t("The developer apps that accounts are connected by, and the addresses TikTok asks for.")}
            </span>
          </p>
          <p>
            <AppLink href="/settings/tiktok-audit">{t("TikTok's audit")}</AppLink>
            <span className="block text-13 text-muted">
              {t("The five points a reviewer looks for, walked through while you record the video.")}
            </span>
          </p>
        </Section>
        {publishing ? (
          <Section title={t("Publishing")} id="publishing">
            {publishing}
          </Section>
        ) : null}
        <Section title={t("Workspace")}>
          {me ? (
            <WorkspaceForm key={me.workspace.id} workspace={me.workspace} />
          ) : (
            <Skeleton className="h-44 w-full" />
          )}
          {me && runsIt(me.workspace) ? (
            <p>
              <AppLink href="/settings/audit">{t("Audit log")}</AppLink>
              <span className="block text-13 text-muted">
                {t(
                  "Who scheduled, retried, called off or settled what, and who connected or disconnected which account.",
                )}
              </span>
            </p>
          ) : null}
        </Section>
        <Section title={t("E-mail")} id="mail">
          {mail}
        </Section>
        {reports ? (
          <Section title={t("Reports by e-mail")} id="reports">
            {reports}
          </Section>
        ) : null}
        {retention ? (
          <Section title={t("How long figures are kept")} id="retention">
            {retention}
          </Section>
        ) : null}
        <Section title={t("Language")} id="language">
          {me ? <LanguageChoice me={me} /> : <Skeleton className="h-12 w-full" />}
        </Section>
        <Section title={t("Appearance")}>
          <Appearance />
        </Section>
        <Section title={t("Password")}>
          <PasswordForm />
        </Section>
        <Section title={t("Signed-in devices")}>
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
