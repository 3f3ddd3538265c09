"use client"

import { useWatch } from "react-hook-form"
import { Field, Input, Select } from "@/components/ui/field"
import { t } from "@/lib/i18n"
import { rich } from "@/lib/rich"
import { lengthWords } from "../pace-words"
import type { BlockAccount } from "./account-block"
import { RoomNotes } from "./room-notes"
import type { ComposeForm } from "./use-compose-form"
import type { Pace } from "./values"

type PaceFieldProps = {
  form: ComposeForm
  zone: string
  postId: string | null
  identify: (accountId: string) => BlockAccount
}

const LATE_LIMITS_MIN = [30, 60, 360, 1440]
const USUAL_LATE_LIMIT_MIN = 360
const MOST_SPREAD_MIN = 1440
const HOWEVER_LATE = "never"

/** How the post keeps to its time: whether it still fits, how it is spread, and what happens when it is late. */
export function PaceField({ form, zone, postId, identify }: PaceFieldProps) {
  const [timing, publications] = useWatch({ control: form.control, name: ["timing", "publications"] })
  if (timing.mode === "draft") return null
  const change = (part: Partial<Pace> & { local_time?: string; mode?: "at" }) =>
    form.setValue("timing", { ...form.getValues("timing"), ...part }, { shouldDirty: true })
  return (
    <div className="grid gap-4">
      <RoomNotes
        timing={timing}
        accountIds={publications.map((one) => one.account_id)}
        zone={zone}
        postId={postId}
        identify={identify}
        onChange={change}
      />
      {publications.length > 1 ? (
        <SpreadField minutes={timing.stagger_min ?? 0} onChange={(stagger_min) => change({ stagger_min })} />
      ) : null}
      <LateField
        limit={timing.late_limit_min === undefined ? USUAL_LATE_LIMIT_MIN : timing.late_limit_min}
        onChange={(late_limit_min) => change({ late_limit_min })}
      />
    </div>
  )
}

function SpreadField({ minutes, onChange }: { minutes: number; onChange: (minutes: number) => void }) {
  const read = (text: string) => Math.min(MOST_SPREAD_MIN, Math.max(0, Math.round(Number(text) || 0)))
  return (
    <Field
      label={t("Spread the accounts")}
      hint={t("In a shuffled order and with uneven gaps, so that they do not all post in the same second.")}
    >
      {(wiring) => (
        <span className="flex items-center gap-2">
          {rich(t("over <field></field> minutes"), {
            field: () => (
              <Input
                {...wiring}
                type="number"
                inputMode="numeric"
                min={0}
                max={MOST_SPREAD_MIN}
                className="tabular w-20"
                value={String(minutes)}
                onFocus={(event) => event.target.select()}
                onChange={(event) => onChange(read(event.target.value))}
              />
            ),
          })}
        </span>
      )}
    </Field>
  )
}

function LateField({ limit, onChange }: { limit: number | null; onChange: (limit: number | null) => void }) {
  const offered =
    limit === null || LATE_LIMITS_MIN.includes(limit) ? LATE_LIMITS_MIN : [...LATE_LIMITS_MIN, limit]
  return (
    <Field label={t("If it cannot go out on time")}>
      {(wiring) => (
        <Select
          {...wiring}
          value={limit === null ? HOWEVER_LATE : String(limit)}
          onChange={({ target }) => onChange(target.value === HOWEVER_LATE ? null : Number(target.value))}
        >
          {offered.map((minutes) => (
            <option key={minutes} value={minutes}>
              {t("Ask me after {time}", { time: lengthWords(minutes) })}
            </option>
          ))}
          <option value={HOWEVER_LATE}>{t("Send it however late")}</option>
        </Select>
      )}
    </Field>
  )
}
