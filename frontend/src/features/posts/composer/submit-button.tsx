"use client"

import { type UseFormReturn, useWatch } from "react-hook-form"
import { Button } from "@/components/ui/button"
import { t } from "@/lib/i18n"
import { isDisclosureOpen, SAY_WHICH } from "./rules"
import { submitWords } from "./submit-words"
import type { ComposeValues } from "./values"

type SubmitButtonProps = { form: UseFormReturn<ComposeValues>; zone: string; saving: boolean }

/** Says what it will do. While a disclosure is open it does nothing and says why. */
export function SubmitButton({ form, zone, saving }: SubmitButtonProps) {
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
