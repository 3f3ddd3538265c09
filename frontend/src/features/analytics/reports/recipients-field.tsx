import { useState } from "react"
import { Button } from "@/components/ui/button"
import { Checkbox } from "@/components/ui/choice"
import { Field, Input } from "@/components/ui/field"
import { t } from "@/lib/i18n"

type RecipientsFieldProps = {
  /** Members that are known here; another one's address is typed. */
  known: readonly string[]
  chosen: readonly string[]
  typed: string
  error: string | undefined
  onChoose: (recipients: string[]) => void
  onType: (address: string) => void
}

/** Which members get a report. */
export function RecipientsField({ known, chosen, typed, error, onChoose, onType }: RecipientsFieldProps) {
  const [seen, setSeen] = useState<readonly string[]>([]) // who is taken out again can be put in again
  const all = [...new Set([...known, ...seen, ...chosen])]

  function add() {
    const address = typed.trim()
    if (!address) return
    onChoose([...new Set([...chosen, address])])
    onType("")
  }

  return (
    <fieldset className="grid gap-2">
      <legend className="pb-1 font-strong text-13">{t("To@@recipients")}</legend>
      <div className="grid">
        {all.map((address) => (
          <Checkbox
            key={address}
            label={<span className="break-all">{address}</span>}
            checked={chosen.includes(address)}
            onChange={({ target }) => {
              setSeen(all)
              onChoose(target.checked ? [...chosen, address] : chosen.filter((one) => one !== address))
            }}
          />
        ))}
      </div>
      <Field
        label={t("Another member's e-mail")}
        hint={t("Reports go to members of this workspace only.")}
        error={error}
      >
        {(wiring) => (
          <div className="flex gap-2">
            <Input
              {...wiring}
              type="email"
              autoComplete="off"
              value={typed}
              onChange={({ target }) => onType(target.value)}
              onKeyDown={(event) => {
                if (event.key !== "Enter" || !typed.trim()) return
                event.preventDefault()
                add()
              }}
            />
            <Button disabled={!typed.trim()} onClick={add}>
              {t("Add")}
            </Button>
          </div>
        )}
      </Field>
    </fieldset>
  )
}
