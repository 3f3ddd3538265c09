import { AppLink } from "@/components/ui/app-link"
import type { MediaAsset } from "@/lib/api/types"
import { clock, dayAndTime } from "@/lib/dates"
import { fileSize } from "@/lib/figures"

/** What was measured of a file, and where it comes from. What nobody knows is left out. */
export function FileFacts({ file, zone }: { file: MediaAsset; zone: string }) {
  const { width, height, duration_ms, frame_rate } = file
  const by = file.uploaded_by ? ` by ${file.uploaded_by}` : ""
  const facts: [string, string | null][] = [
    ["Added", `${dayAndTime(file.created_at, zone)}${by}`],
    ["Size", fileSize(file.size_bytes)],
    ["Picture", width && height ? `${width} × ${height}` : null],
    ["Length", duration_ms ? clock(duration_ms) : null],
    ["Frame rate", frame_rate ? `${Number(frame_rate.toFixed(2))} a second` : null],
    ["Codec", [file.video_codec, file.audio_codec].filter(Boolean).join(", ") || null],
    ["Format", file.mime_type],
  ]
  return (
    <section aria-label="Facts" className="grid gap-2">
      <h3 className="text-13 font-strong">Facts</h3>
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
          Made from <AppLink href={`/library/${file.origin_id}`}>another file</AppLink>.
        </p>
      ) : null}
    </section>
  )
}
