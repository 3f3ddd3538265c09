"use client"

import { Eye, EyeOff } from "lucide-react"
import { type ComponentProps, useState } from "react"
import { Field, Input } from "@/components/ui/field"
import { t } from "@/lib/i18n"

type Common = { error?: string | undefined } & ComponentProps<"input">

export function EmailField({ error, ...props }: Common) {
  return (
    <Field label={t("E-mail")} error={error}>
      {(wiring) => (
        <Input
          type="email"
          name="email"
          autoComplete="username"
          required
          maxLength={254}
          {...wiring}
          {...props}
        />
      )}
    </Field>
  )
}

/** `show`: what the button is called that shows it. */
type PasswordFieldProps = Common & { label?: string; show?: string; hint?: string }

/** A password that can be looked at; pasting and password managers work. */
export function PasswordField({
  label = t("Password"),
  show = t("Show password"),
  hint,
  error,
  ...props
}: PasswordFieldProps) {
  const [shown, setShown] = useState(false)
  const Icon = shown ? EyeOff : Eye
  return (
    <Field label={label} hint={hint} error={error}>
      {(wiring) => (
        <div className="relative">
          <Input
            type={shown ? "text" : "password"}
            name="password"
            required
            maxLength={1024}
            className="pr-10"
            {...wiring}
            {...props}
          />
          <button
            type="button"
            aria-pressed={shown}
            aria-label={show}
            onClick={() => setShown(!shown)}
            className="absolute inset-y-0 right-0 grid w-10 place-items-center rounded-outer text-muted hover:text-ink"
          >
            <Icon aria-hidden className="size-4" />
          </button>
        </div>
      )}
    </Field>
  )
}
