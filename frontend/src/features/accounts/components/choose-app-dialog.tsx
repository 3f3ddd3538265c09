"use client"

import { Button } from "@/components/ui/button"
import { Dialog } from "@/components/ui/dialog"
import type { TikTokApp } from "@/lib/api/types"
import { t } from "@/lib/i18n"

type ChooseAppDialogProps = {
  apps: readonly TikTokApp[]
  leaving: boolean
  onChoose: (app: TikTokApp) => void
  onClose: () => void
}

/** By which of several apps the account is to be connected; it stays with that one. */
export function ChooseAppDialog({ apps, leaving, onChoose, onClose }: ChooseAppDialogProps) {
  return (
    <Dialog title={t("Connect by which TikTok app?")} onClose={onClose}>
      <ul className="grid gap-2">
        {apps.map((app) => (
          <li key={app.id}>
            <Button size="wide" disabled={leaving} onClick={() => onChoose(app)} className="flex-col gap-0">
              <span>{app.name}</span>
              <span className="font-normal text-12 text-muted">
                {app.audited ? t("audited by TikTok") : t("not audited: private accounts only, 5 in 24 h")}
              </span>
            </Button>
          </li>
        ))}
      </ul>
      <p className="text-12 text-muted">{t("The account stays with the app it is connected by.")}</p>
    </Dialog>
  )
}
