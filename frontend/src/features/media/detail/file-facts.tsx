import { AppLink } from "@/components/ui/app-link"
import type { MediaAsset } from "@/lib/api/types"
import { clock, dayAndTime } from "@/lib/dates"
import { fewDecimals } from "@/lib/decimals"
import { fileSize } from "@/lib/figures"
import { t } from "@/lib/i18n"
import { rich } from "@/lib/rich"

/** What was measured of a file, and where it comes from. What nobody knows is left out. */
export function FileFacts({ file, zone }: { file: MediaAsset; zone: string }) {
  const { width, height, duration_ms, frame_rate } = file
  const when = dayAndTime(file.created_at, zone)
  const who = file.uploaded_by
  const facts: [string, string | null][] = [
    [t("Added"), who ? t("{when} by {who}", { when, who }) : when],
    [t("Size"), fileSize(file.size_bytes)],
    [t("Picture"), width && height ? `${width} × ${height}` : null],
    [t("Length"), duration_ms ? clock(duration_ms) : null],
    [t("Frame rate"), frame_rate ? t("{frames} a second", { frames: fewDecimals(frame_rate, 2) }) : null],
    [t("Codec"), [file.video_codec, file.audio_codec].filter(Boolean).join(", ") || null],
    [t("Format"), file.mime_type],
  ]
  return (
    <section aria-label={t("Facts")} className="grid gap-2">
      <h3 className="text-13 font-strong">{t("Facts")}</h3>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-13">
        {facts.map(([name, value]) =>
          value ? (
            <div key={name} className="contents">
              <dt className="text-muted">{name}</dt>
              <dd className="tabular break-words">{value}</dd>
            </div>
          ) : null,
        )}
      </dl>
      {file.origin_id ? (
        <p className="text-13">
          {rich(t("Made from <link>another file</link>."), {
            link: (text) => <AppLink href={`/library/${file.origin_id}`}>{text}</AppLink>,
          })}
        </p>
      ) : null}
    </section>
  )
}
