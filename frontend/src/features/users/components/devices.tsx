"use client"

import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { Button } from "@/components/ui/button"
import { ConfirmDialog } from "@/components/ui/confirm-dialog"
import { Failed } from "@/components/ui/failed"
import { Skeleton } from "@/components/ui/skeleton"
import { say } from "@/components/ui/toaster"
import { dayAndTime, fromNow } from "@/lib/dates"
import { t } from "@/lib/i18n"
import { useEndDevice, userQueries, useTimeZone } from "../api/user-queries"
import { deviceName } from "../device-name"

/** The browsers this person is signed in on. */
export function Devices() {
  const zone = useTimeZone()
  const devices = useQuery(userQueries.devices())
  const end = useEndDevice()
  const [asksFor, setAsksFor] = useState<string | null>(null)
  const close = () => {
    end.reset()
    setAsksFor(null)
  }
  if (devices.isPending) return <Skeleton className="h-24 w-full" />
  if (!devices.data) return <Failed error={devices.error} retry={() => devices.refetch()} />
  return (
    <ul>
      {devices.data.map((device) => (
        <li
          key={device.id}
          className="flex min-h-12 items-center justify-between gap-3 border-line border-b py-2"
        >
          <div className="grid">
            <span>{deviceName(device.user_agent)}</span>
            <span className="text-12 text-muted">
              <span title={dayAndTime(device.last_used_at, zone)}>
                {t("Last used {when}", { when: fromNow(device.last_used_at) })}
              </span>
              {" · "}
              {t("signed in {when}", { when: dayAndTime(device.created_at, zone) })}
            </span>
          </div>
          {device.is_current ? (
            <span className="text-13 text-muted">{t("This one")}</span>
          ) : (
            <Button
              size="small"
              disabled={end.isPending}
              aria-label={t("Sign out {device}", { device: deviceName(device.user_agent) })}
              onClick={() => setAsksFor(device.id)}
            >
              {t("Sign out")}
            </Button>
          )}
          {asksFor === device.id ? (
            <ConfirmDialog
              title={t("Sign out {device}?", { device: deviceName(device.user_agent) })}
              words={{ keep: t("Leave it signed in"), act: t("Sign out"), acting: t("Signing out…") }}
              action={end}
              onClose={close}
              onConfirm={() =>
                end.mutate(device.id, {
                  onSuccess: () => {
                    say(t("That device is signed out."))
                    close()
                  },
                })
              }
            >
              {t(
                "Whoever works there has to sign in again; what was typed there and not saved stays in that browser.",
              )}
            </ConfirmDialog>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
