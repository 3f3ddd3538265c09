"use client"

import { type FormEvent, useState } from "react"
import { Field, Input, Select } from "@/components/ui/field"
import { FormButton } from "@/components/ui/form-button"
import { Notice } from "@/components/ui/notice"
import { say } from "@/components/ui/toaster"
import type { Workspace } from "@/lib/api/types"
import { t } from "@/lib/i18n"
import { readForm, useFormErrors } from "@/lib/use-form-errors"
import { useUpdateWorkspace } from "../api/user-queries"
import { knownZones } from "../zones"

/** Tell whether the signed-in person may change the workspace. */
export function runsIt({ role }: Pick<Workspace, "role">): boolean {
  return role === "owner" || role === "admin"
}

/** The workspace's name, its clock and how it makes slideshows, for who runs it; the others are told. */
export function WorkspaceForm({ workspace }: { workspace: Workspace }) {
  const update = useUpdateWorkspace()
  const [zones] = useState(() => knownZones(workspace.time_zone))
  const { attempt, pending, formError, fieldError } = useFormErrors([
    "name",
    "time_zone",
    "slideshow_encoder",
  ])
  if (!runsIt(workspace))
    return (
      <p>
        {t("{workspace}, on the clock of {zone}.", { workspace: workspace.name, zone: workspace.time_zone })}
        <span className="block text-13 text-muted">{t("Its owners and admins can change this.")}</span>
      </p>
    )

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const { name = "", time_zone = "", slideshow_encoder } = readForm(event.currentTarget)
    const encoder = slideshow_encoder as Workspace["slideshow_encoder"]
    const saved = await attempt(() => update.mutateAsync({ name, time_zone, slideshow_encoder: encoder }))
    if (saved) say(t("The workspace is saved."))
  }

  return (
    <form onSubmit={submit} aria-label={t("Workspace")} className="grid gap-4">
      <Field label={t("Workspace name")} error={fieldError("name")}>
        {(wiring) => (
          <Input
            name="name"
            defaultValue={workspace.name}
            required
            maxLength={80}
            autoComplete="organization"
            {...wiring}
          />
        )}
      </Field>
      <Field
        label={t("Workspace time zone")}
        hint={t(
          "Posting slots go by this clock, and so does the nightly update of the accounts. What is scheduled stays where it is.",
        )}
        error={fieldError("time_zone")}
      >
        {(wiring) => (
          <Select name="time_zone" defaultValue={workspace.time_zone} {...wiring}>
            {zones.map((zone) => (
              <option key={zone}>{zone}</option>
            ))}
          </Select>
        )}
      </Field>
      <Field
        label={t("How slideshows are encoded")}
        hint={t(
          "Fast encodes each photo once and is checked before it is used. Plain encodes every picture and takes seven times as long: for the day something does not play the fast ones.",
        )}
        error={fieldError("slideshow_encoder")}
      >
        {(wiring) => (
          <Select name="slideshow_encoder" defaultValue={workspace.slideshow_encoder} {...wiring}>
            <option value="authored">{t("Fast")}</option>
            <option value="x264">{t("Plain")}</option>
          </Select>
        )}
      </Field>
      {formError ? <Notice kind="failed">{formError}</Notice> : null}
      <FormButton disabled={pending} className="justify-self-start">
        {pending ? t("Saving…") : t("Save workspace")}
      </FormButton>
    </form>
  )
}
