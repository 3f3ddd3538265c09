"use client"

import { type UseFormReturn, useWatch } from "react-hook-form"
import { Button } from "@/components/ui/button"
import { Notice } from "@/components/ui/notice"
import { t } from "@/lib/i18n"
import { Declaration } from "./declaration"
import { isDisclosureOpen, SAY_WHICH } from "./rules"
import { submitWords } from "./submit-words"
import type { ComposeValues } from "./values"

type SubmitProps = { form: UseFormReturn<ComposeValues>; zone: string; saving: boolean }

/** The end of the form: what was refused as a whole, what a person agrees to, and the button. */
export function Submit(props: SubmitProps) {
  const { errors } = props.form.formState
  const targets = useWatch({ control: props.form.control, name: "publications" })
  return (
    <div className="grid gap-2">
      {errors.root ? <Notice kind="failed">{errors.root.message}</Notice> : null}
      <Declaration targets={targets} />
      <SubmitButton {...props} />
    </div>
  )
}

/** Says what it will do. While a disclosure is open it does nothing and says why. */
function SubmitButton({ form, zone, saving }: SubmitProps) {
  const [timing, publications] = useWatch({ control: form.control, name: ["timing", "publications"] })
  const blocked = timing.mode !== "draft" && publications.some(isDisclosureOpen)
  return (
    <Button
      type="submit"
      kind="primary"
      size="wide"
      disabled={saving}
      aria-disabled={blocked || undefined}
      title={blocked ? t(SAY_WHICH) : undefined}
      onClick={(event) => blocked && event.preventDefault()}
    >
      {saving ? t("Saving…") : submitWords({ timing, publications }, zone)}
    </Button>
  )
}
