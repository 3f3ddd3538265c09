"use client"

import type { FieldErrors } from "react-hook-form"
import { Checkbox, Switch } from "@/components/ui/choice"
import { Field, FieldError, Select } from "@/components/ui/field"
import type { CreatorInfo } from "@/lib/api/types"
import { t } from "@/lib/i18n"
import { BRANDED_NOT_PRIVATE, labelSentence, PRIVATE, privacyWord } from "./option-rules"
import { isDisclosureOpen, SAY_WHICH } from "./rules"
import type { Target } from "./values"

export type AccountOptionsProps = {
  info: CreatorInfo
  isPhoto: boolean
  target: Target
  onChange: (part: Partial<Target>) => void
  errors: FieldErrors<Target> | undefined
}

/** The choices TikTok's guidelines ask for, in their order. */
export function AccountOptions(props: AccountOptionsProps) {
  return (
    <>
      <Privacy {...props} />
      <Interactions {...props} />
      <Disclosure {...props} />
      {props.isPhoto ? (
        <Switch
          label={t("Let TikTok add music")}
          reason={t("TikTok chooses it. It can be changed in the app afterwards.")}
          checked={props.target.auto_add_music}
          onChange={(event) => props.onChange({ auto_add_music: event.target.checked })}
        />
      ) : (
        <Switch
          label={t("AI-generated content")}
          reason={t("TikTok adds its own label when this is on.")}
          checked={props.target.is_aigc}
          onChange={(event) => props.onChange({ is_aigc: event.target.checked })}
        />
      )}
    </>
  )
}

function Privacy({ info, target, onChange, errors }: AccountOptionsProps) {
  return (
    <Field
      label={t("Who can see this post")}
      hint={target.branded_content ? t(BRANDED_NOT_PRIVATE) : undefined}
      error={errors?.privacy_level?.message}
    >
      {(wiring) => (
        <Select
          value={target.privacy_level}
          onChange={(event) => onChange({ privacy_level: event.target.value })}
          {...wiring}
        >
          <option value="" disabled>
            {t("Choose…")}
          </option>
          {info.privacy_level_options.map((level) => {
            const refused = level === PRIVATE && target.branded_content
            return (
              <option
                key={level}
                value={level}
                disabled={refused}
                title={refused ? t(BRANDED_NOT_PRIVATE) : undefined}
              >
                {privacyWord(level)}
              </option>
            )
          })}
        </Select>
      )}
    </Field>
  )
}

function Interactions({ info, isPhoto, target, onChange }: AccountOptionsProps) {
  const comment = { name: "allow_comment", label: t("Comment"), off: info.comment_disabled } as const
  const all = [
    comment,
    { name: "allow_duet", label: t("Duet"), off: info.duet_disabled },
    { name: "allow_stitch", label: t("Stitch"), off: info.stitch_disabled },
  ] as const
  const kinds = isPhoto ? [comment] : all // photos have no duets and no stitches
  const offLabels = kinds.filter(({ off }) => off).map(({ label }) => label)
  const offWords = offLabels.reduce(
    (first, last) => (first ? t("{first} and {last}", { first, last }) : last),
    "",
  )
  return (
    <fieldset className="grid gap-1">
      <legend className="pb-1 font-strong text-13">{t("Allow others to")}</legend>
      <div className="flex flex-wrap gap-x-5">
        {kinds.map(({ name, label, off }) => (
          <Checkbox
            key={name}
            label={label}
            disabled={off}
            title={off ? t("Turned off in this account's TikTok settings") : undefined}
            checked={target[name] && !off}
            onChange={(event) => onChange({ [name]: event.target.checked })}
          />
        ))}
      </div>
      {offLabels.length > 0 ? (
        <p className="text-12 text-muted">
          {offLabels.length === 1
            ? t("{choice} is turned off in this account's TikTok settings.", { choice: offWords })
            : t("{choices} are turned off in this account's TikTok settings.", { choices: offWords })}
        </p>
      ) : null}
    </fieldset>
  )
}

function Disclosure({ target, onChange, errors }: AccountOptionsProps) {
  const label = labelSentence(target)
  const isPrivate = target.privacy_level === PRIVATE
  return (
    <div className="grid gap-1">
      <Switch
        label={t("Disclose commercial content")}
        reason={t("Turn on when this post promotes goods or services in exchange for something of value.")}
        checked={target.disclosure}
        onChange={(event) =>
          onChange({ disclosure: event.target.checked, your_brand: false, branded_content: false })
        }
      />
      {target.disclosure ? (
        <fieldset
          className="grid border-line border-l-2 pl-3"
          title={isDisclosureOpen(target) ? t(SAY_WHICH) : undefined}
        >
          <legend className="sr-only">{t("What this post promotes")}</legend>
          <Checkbox
            label={t("Your brand")}
            reason={t("You promote yourself or your own business.")}
            checked={target.your_brand}
            onChange={(event) => onChange({ your_brand: event.target.checked })}
          />
          <Checkbox
            label={t("Branded content")}
            reason={isPrivate ? t(BRANDED_NOT_PRIVATE) : t("You promote another brand or a third party.")}
            title={isPrivate ? t(BRANDED_NOT_PRIVATE) : undefined}
            disabled={isPrivate && !target.branded_content}
            checked={target.branded_content}
            onChange={(event) => onChange({ branded_content: event.target.checked })}
          />
          {label ? (
            <p role="status" className="pt-1 text-13">
              {label}
            </p>
          ) : null}
          <FieldError>{errors?.disclosure?.message ?? errors?.branded_content?.message}</FieldError>
        </fieldset>
      ) : null}
    </div>
  )
}
