"use client"

import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { useWatch } from "react-hook-form"
import { Button } from "@/components/ui/button"
import { sentenceOf } from "@/lib/api/api-error"
import type { NextSlots } from "@/lib/api/types"
import { api, unwrap } from "@/lib/api-client"
import { clockSentence } from "@/lib/clock-changes"
import { dayAndTime, localTime } from "@/lib/dates"
import { plural } from "@/lib/figures"
import { t } from "@/lib/i18n"
import type { ComposeForm } from "./use-compose-form"

/** What helps with choosing a time: the next free posting slot, and what the clocks do on the chosen day. */
export function TimingAids({ form, zone }: { form: ComposeForm; zone: string }) {
  const [local, publications] = useWatch({
    control: form.control,
    name: ["timing.local_time", "publications"],
  })
  const note = clockSentence(local, zone)
  const accountIds = publications.map(({ account_id }) => account_id)
  return (
    <>
      {note ? (
        <p role="status" className="text-13 text-needs-you">
          {note}
        </p>
      ) : null}
      {accountIds.length > 0 ? (
        <NextSlot
          key={accountIds.join()}
          accountIds={accountIds}
          zone={zone}
          onChoose={(instant) =>
            form.setValue("timing.local_time", localTime(instant, zone), {
              shouldDirty: true,
              shouldValidate: true,
            })
          }
        />
      ) : null}
    </>
  )
}

type NextSlotProps = { accountIds: string[]; zone: string; onChoose: (instant: string) => void }

function NextSlot({ accountIds, zone, onChoose }: NextSlotProps) {
  const [said, setSaid] = useState("")
  const slots = useQuery({
    queryKey: ["slots", "next", accountIds],
    queryFn: ({ signal }) =>
      unwrap(api.GET("/api/v1/slots/next", { params: { query: { accounts: accountIds } }, signal })),
    enabled: false,
  })
  async function choose() {
    const found = await slots.refetch()
    if (!found.data) return setSaid(sentenceOf(found.error))
    if (found.data.together) onChoose(found.data.together.due_at)
    setSaid(slotWords(found.data, zone))
  }
  return (
    <div className="grid justify-items-start gap-1">
      <Button size="small" disabled={slots.isFetching} onClick={choose}>
        {t("Next free slot")}
      </Button>
      <p role="status" className="text-12 text-muted empty:hidden">
        {said}
      </p>
    </div>
  )
}

/** Say what was found: the slot that was chosen, or why none could be. */
export function slotWords({ together, accounts }: NextSlots, zone: string): string {
  if (together) {
    const time = dayAndTime(together.due_at, zone)
    return accounts.length === 1
      ? t("The next free slot of this account: {time}.", { time })
      : t("The next free slot of all {count} accounts: {time}.", { count: accounts.length, time })
  }
  const without = accounts.filter(({ has_slots }) => !has_slots).length
  if (without === accounts.length)
    return t("No posting slots are set up yet. Give accounts some under Calendar, Posting slots.")
  if (without > 0)
    return t("{accountsHave} no posting slots yet.", {
      accountsHave: plural(without, "account has", "accounts have"),
    })
  const first = accounts.flatMap(({ slot }) => (slot ? [slot.due_at] : [])).sort()[0]
  if (accounts.length === 1 || !first) return t("No slot is free within three months.")
  return t("These accounts have no free slot in common. The first of one of them is {time}.", {
    time: dayAndTime(first, zone),
  })
}
