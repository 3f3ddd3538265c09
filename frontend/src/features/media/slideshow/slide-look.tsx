import dynamic from "next/dynamic"
import { Field, Input, Select } from "@/components/ui/field"
import type { MediaAsset } from "@/lib/api/types"
import { t } from "@/lib/i18n"
import type { Slide, SlideshowValues } from "@/lib/slideshow"
import { CAPTION_PLACES, FITS, FOCUSES, MOTIONS } from "./words"

// It brings what draws the photo on its canvas.
const FocusField = dynamic(() => import("./focus-field").then((module) => module.FocusField), { ssr: false })

const MOST_TEXT = 120

type SlideLookProps = {
  slide: Slide
  asset: MediaAsset | undefined
  format: SlideshowValues["format"]
  onChange: (change: Partial<Slide>) => void
}

/** How one photo is placed, how it moves, and what is written on it. */
export function SlideLook({ slide, asset, format, onChange }: SlideLookProps) {
  const focus = `${slide.focus_x} ${slide.focus_y}`
  const hasFocus = slide.fit === "crop" || slide.motion !== "none"
  return (
    <div className="grid gap-3 border-line border-t pt-2 @sm:grid-cols-2">
      <Field label={t("Fit")}>
        {(wiring) => (
          <Select
            {...wiring}
            value={slide.fit}
            onChange={(event) => onChange({ fit: event.target.value as Slide["fit"] })}
          >
            {FITS.map(({ value, label }) => (
              <option key={value} value={value}>
                {t(label)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {slide.fit === "pad" ? (
        <Field label={t("Colour around it")}>
          {(wiring) => (
            <Input
              {...wiring}
              type="color"
              className="p-1"
              value={slide.colour}
              onChange={(event) => onChange({ colour: event.target.value })}
            />
          )}
        </Field>
      ) : (
        <Field label={t("What stays")}>
          {(wiring) => (
            <Select
              {...wiring}
              disabled={!hasFocus}
              value={focus}
              onChange={(event) => {
                const [focus_x = 0.5, focus_y = 0.5] = event.target.value.split(" ").map(Number)
                onChange({ focus_x, focus_y })
              }}
            >
              {FOCUSES.some(({ value }) => value === focus) ? null : (
                <option value={focus}>{t("Around the point")}</option>
              )}
              {FOCUSES.map(({ value, label }) => (
                <option key={value} value={value}>
                  {t(label)}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
      {hasFocus && asset?.width ? (
        <div className="@sm:col-span-2">
          <FocusField slide={slide} asset={asset} format={format} onChange={onChange} />
        </div>
      ) : null}
      <Field label={t("Motion")}>
        {(wiring) => (
          <Select
            {...wiring}
            value={slide.motion}
            onChange={(event) => onChange({ motion: event.target.value as Slide["motion"] })}
          >
            {MOTIONS.map(({ value, label }) => (
              <option key={value} value={value}>
                {t(label)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={t("Where the text stands")}>
        {(wiring) => (
          <Select
            {...wiring}
            disabled={!slide.caption}
            value={slide.caption_place}
            onChange={(event) => onChange({ caption_place: event.target.value as Slide["caption_place"] })}
          >
            {CAPTION_PLACES.map(({ value, label }) => (
              <option key={value} value={value}>
                {t(label)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <div className="@sm:col-span-2">
        <Field label={t("Text on the photo")} aside={<Count text={slide.caption} />}>
          {(wiring) => (
            <Input
              {...wiring}
              maxLength={MOST_TEXT}
              value={slide.caption}
              onChange={(event) => onChange({ caption: event.target.value })}
            />
          )}
        </Field>
      </div>
    </div>
  )
}

function Count({ text }: { text: string }) {
  return (
    <span className="tabular text-12 text-muted">
      {text.length} / {MOST_TEXT}
    </span>
  )
}
