"use client"

import { useQuery } from "@tanstack/react-query"
import { Failed } from "@/components/ui/failed"
import { Field, Select } from "@/components/ui/field"
import { Skeleton } from "@/components/ui/skeleton"
import { say } from "@/components/ui/toaster"
import { sentenceOf } from "@/lib/api/api-error"
import type { MailPreference } from "@/lib/api/types"
import { type Message, m, t } from "@/lib/i18n"
import { notificationQueries, useChooseMail } from "../api/notification-queries"

type Urgency = keyof MailPreference

const kinds: { name: Urgency; label: Message; hint: Message }[] = [
  {
    name: "now",
    label: m("What needs you now"),
    hint: m("A post failed, is held or may be out; an account has to be connected again."),
  },
  {
    name: "soon",
    label: m("What needs you soon"),
    hint: m("A permission that ends within a week; posts somebody of your team put on hold."),
  },
  { name: "fyi", label: m("What is good to know"), hint: m("Everything else.") },
]

const timings: { value: MailPreference["now"]; word: Message }[] = [
  { value: "now", word: m("At once") },
  { value: "digest", word: m("Once a day, at 08:00") },
  { value: "never", word: m("Never") },
]

/** When this person is mailed; each choice is kept as it is made. */
export function MailChoices() {
  const mail = useQuery(notificationQueries.mail())
  const choose = useChooseMail()
  if (mail.isPending) return <Skeleton className="h-52 w-full" />
  if (!mail.data) return <Failed error={mail.error} retry={() => mail.refetch()} />
  const chosen = mail.data
  return (
    <div className="grid gap-4">
      {kinds.map(({ name, label, hint }) => (
        <Field key={name} label={t(label)} hint={t(hint)}>
          {(wiring) => (
            <Select
              value={chosen[name]}
              disabled={choose.isPending}
              onChange={({ target }) =>
                choose.mutate(
                  { ...chosen, [name]: target.value as MailPreference["now"] },
                  {
                    onSuccess: () => say(t("Your choice is saved.")),
                    onError: (error) => say(sentenceOf(error)),
                  },
                )
              }
              {...wiring}
            >
              {timings.map(({ value, word }) => (
                <option key={value} value={value}>
                  {t(word)}
                </option>
              ))}
            </Select>
          )}
        </Field>
      ))}
    </div>
  )
}
