"use client"

import { type KeyboardEvent, useEffect, useRef, useState } from "react"
import { Button } from "@/components/ui/button"
import { Field, Input, Textarea } from "@/components/ui/field"
import { Notice } from "@/components/ui/notice"
import { t } from "@/lib/i18n"
import { useFormErrors } from "@/lib/use-form-errors"
import { useSaveGroup } from "../api/hashtag-queries"
import { readTags, written } from "./find-groups"

const LONGEST_NAME = 60
const TAG_FIELDS = ["tags", ...Array.from({ length: 200 }, (_, index) => `tags.${index}`)]

type GroupFormProps = {
  id: string | null
  name: string
  tags: readonly string[]
  onSaved: () => void
  onBack: () => void
}

/** A group's name and hashtags. No form of its own: it stands within the post's, which Enter must not send. */
export function GroupForm({ id, name, tags, onSaved, onBack }: GroupFormProps) {
  const [values, setValues] = useState({ name, tags: written({ tags: [...tags] }) })
  const save = useSaveGroup()
  const first = useRef<HTMLInputElement>(null)
  useEffect(() => first.current?.focus(), []) // after the dialog has taken the focus
  const { attempt, pending, fieldError, formError } = useFormErrors(["name", ...TAG_FIELDS])

  async function submit(): Promise<void> {
    const wanted = { id, name: values.name, tags: readTags(values.tags) }
    if (await attempt(() => save.mutateAsync(wanted))) onSaved()
  }

  function onEnter(event: KeyboardEvent): void {
    if (event.key !== "Enter" || event.nativeEvent.isComposing) return
    event.preventDefault()
    void submit()
  }

  return (
    <>
      <Field label={t("Name")} error={fieldError("name")}>
        {(wiring) => (
          <Input
            {...wiring}
            ref={first}
            maxLength={LONGEST_NAME}
            value={values.name}
            onChange={({ target }) => setValues({ ...values, name: target.value })}
            onKeyDown={onEnter}
          />
        )}
      </Field>
      <Field
        label={t("Hashtags")}
        hint={t("Up to 30, in the order in which they are put in.")}
        error={TAG_FIELDS.map(fieldError).find(Boolean)}
      >
        {(wiring) => (
          <Textarea
            {...wiring}
            rows={4}
            value={values.tags}
            onChange={({ target }) => setValues({ ...values, tags: target.value })}
          />
        )}
      </Field>
      {formError ? <Notice kind="failed">{formError}</Notice> : null}
      <div className="flex flex-wrap justify-end gap-2 pb-1">
        <Button onClick={onBack}>{t("Cancel")}</Button>
        <Button kind="primary" disabled={pending} onClick={() => void submit()}>
          {pending ? t("Saving…") : t("Save group")}
        </Button>
      </div>
    </>
  )
}
