"use client"

import { useState } from "react"
import { Button } from "@/components/ui/button"
import { Dialog } from "@/components/ui/dialog"
import { Field, Input } from "@/components/ui/field"
import type { CalendarPost } from "@/lib/api/types"
import { clockSentence } from "@/lib/clock-changes"
import { time, zoneWords } from "@/lib/dates"
import { t } from "@/lib/i18n"
import { hasPassed } from "./days"
import { RoomLine } from "./room-line"
import { placeOf } from "./use-mover"

type MoveDialogProps = {
  post: CalendarPost
  onMove: (place: { local_time: string; time_zone: string }) => void
  onClose: () => void
}

/** Choose another day and time for a post; what the clocks do then is said before it is done. */
export function MoveDialog({ post, onMove, onClose }: MoveDialogProps) {
  const [place] = useState(() => placeOf(post))
  const [local, setLocal] = useState(place.local_time)
  const [day = "", clock = ""] = local.split("T")
  const zone = place.time_zone
  const isTime = day.length === 10 && clock.length === 5
  const late = isTime && hasPassed(local, zone)
  const note = clockSentence(local, zone)
  return (
    <Dialog
      title={t("Move to…")}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t("Leave it")}</Button>
          <Button
            kind="primary"
            disabled={!isTime || late}
            onClick={() => {
              onMove({ local_time: local, time_zone: zone })
              onClose()
            }}
          >
            {t("Move")}
          </Button>
        </>
      }
    >
      <p className="line-clamp-2 text-muted">{post.caption.trim() || t("No caption yet")}</p>
      <div className="grid grid-cols-2 gap-2">
        <Field label={t("Day")}>
          {(wiring) => (
            <Input
              {...wiring}
              type="date"
              value={day}
              onChange={(event) => setLocal(`${event.target.value}T${clock}`)}
            />
          )}
        </Field>
        <Field label={t("Time")} error={late ? t("This time has passed.") : undefined}>
          {(wiring) => (
            <Input
              {...wiring}
              type="time"
              value={clock}
              onChange={(event) => setLocal(`${day}T${event.target.value}`)}
            />
          )}
        </Field>
      </div>
      <p className="text-12 text-muted">
        {t("{zone}, where it is {time} now", {
          zone: zoneWords(zone),
          time: time(Date.now(), zone),
        })}
      </p>
      {isTime && !late ? <RoomLine post={post} place={{ local_time: local, time_zone: zone }} /> : null}
      {note ? (
        <p role="status" className="text-13 text-needs-you">
          {note}
        </p>
      ) : null}
    </Dialog>
  )
}
