"use client"

import { useQuery } from "@tanstack/react-query"
import { Button } from "@/components/ui/button"
import { Failed } from "@/components/ui/failed"
import { Skeleton } from "@/components/ui/skeleton"
import { say } from "@/components/ui/toaster"
import { sentenceOf } from "@/lib/api/api-error"
import { dayAndTime, fromNow } from "@/lib/dates"
import { useEndDevice, userQueries, useTimeZone } from "../api/user-queries"
import { deviceName } from "../device-name"

/** The browsers this person is signed in on. */
export function Devices() {
  const zone = useTimeZone()
  const devices = useQuery(userQueries.devices())
  const end = useEndDevice()
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
                Last used {fromNow(device.last_used_at)}
              </span>
              {" · "}signed in {dayAndTime(device.created_at, zone)}
            </span>
          </div>
          {device.is_current ? (
            <span className="text-13 text-muted">This one</span>
          ) : (
            <Button
              size="small"
              disabled={end.isPending}
              aria-label={`Sign out ${deviceName(device.user_agent)}`}
              onClick={() =>
                end.mutate(device.id, {
                  onSuccess: () => say("That device is signed out."),
                  onError: (error) => say(sentenceOf(error)),
                })
              }
            >
              Sign out
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
