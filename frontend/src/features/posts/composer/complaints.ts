import type { CreatorInfo } from "@/lib/api/types"
import { instantOf } from "@/lib/dates"
import { plural } from "@/lib/figures"
import { t } from "@/lib/i18n"
import type { SlideshowValues } from "@/lib/slideshow"
import { countUnits, FEWEST_SLIDES, MOST_PHOTOS, MOST_SLIDES, MOST_TITLE_UNITS, mostUnits } from "../caption"
import { BRANDED_NOT_PRIVATE, PRIVATE, tooLong } from "./option-rules"
import { isDisclosureOpen, SAY_WHICH } from "./rules"
import { type ComposeValues, isInboxDraft, type Target } from "./values"

const SHORTEST_SLIDE_MS = 1_000
const LONGEST_SLIDE_MS = 10_000
const SHORTEST_CHANGE_MS = 100
const LONGEST_CHANGE_MS = 2_000
const LONGEST_FADE_MS = 10_000

/** What the form's own values do not say: the person's zone, what TikTok said about each account, the clip's length. */
export type ComposeContext = {
  zone: string
  now: number
  creators: Readonly<Record<string, CreatorInfo>>
  durationMs: number | null
}

export type Complaint = { path: (string | number)[]; message: string }

/** Say everything that is wrong with a post. A draft may be unfinished; only what could not be stored is refused. */
export function complaints(values: ComposeValues, context: ComposeContext): Complaint[] {
  const isPhoto = values.kind === "photo"
  const texts = [
    ...tooMuch("caption", values.caption, mostUnits(values.kind)),
    ...(isPhoto ? tooMuch("title", values.title, MOST_TITLE_UNITS) : []),
    ...values.publications.flatMap(({ own_caption }, index) =>
      tooMuch("caption", own_caption ?? "", mostUnits(values.kind), ["publications", index, "own_caption"]),
    ),
  ]
  // A slideshow's video is made at once, of a draft's too.
  const slides = values.kind === "slideshow" ? slideComplaints(values.slideshow) : []
  if (values.timing.mode === "draft") return [...texts, ...slides]
  return [
    ...texts,
    ...slides,
    ...mediaComplaints(values),
    ...timeComplaints(values.timing, context),
    ...(values.publications.length === 0
      ? [{ path: ["publications", "root"], message: t("Choose at least one account.") }]
      : []),
    ...values.publications.flatMap((one, index) =>
      isInboxDraft(one)
        ? []
        : targetComplaints(
            one,
            index,
            isPhoto || values.override_media ? { ...context, durationMs: null } : context,
          ),
    ),
  ]
}

function tooMuch(
  name: "caption" | "title",
  text: string,
  most: number,
  path: Complaint["path"] = [name],
): Complaint[] {
  const over = countUnits(text) - most
  return over > 0
    ? [
        {
          path,
          message:
            name === "title"
              ? t("The title is {characters} too long.", { characters: plural(over, "character") })
              : t("The caption is {characters} too long.", { characters: plural(over, "character") }),
        },
      ]
    : []
}

function slideComplaints({ slides, transition, transition_ms, music }: SlideshowValues): Complaint[] {
  const at = (message: string) => [{ path: ["slideshow", "root"], message }]
  if (slides.length < FEWEST_SLIDES || slides.length > MOST_SLIDES)
    return at(t("A slideshow has {fewest} to {most} photos.", { fewest: FEWEST_SLIDES, most: MOST_SLIDES }))
  const odd = slides.findIndex(
    ({ duration_ms }) => !(duration_ms >= SHORTEST_SLIDE_MS && duration_ms <= LONGEST_SLIDE_MS),
  )
  if (odd >= 0) return at(t("Photo {number} is to be seen for 1 to 10 seconds.", { number: odd + 1 }))
  if (transition !== "cut" && !(transition_ms >= SHORTEST_CHANGE_MS && transition_ms <= LONGEST_CHANGE_MS))
    return at(t("From photo to photo it takes 0.1 to 2 seconds."))
  if (music && !(music.start_ms >= 0))
    return at(t("Say from which second of the music on, 0 for its beginning."))
  const isFade = (ms: number) => ms >= 0 && ms <= LONGEST_FADE_MS
  return !music || (isFade(music.fade_in_ms) && isFade(music.fade_out_ms))
    ? []
    : at(t("The music fades in and out in 0 to 10 seconds."))
}

function mediaComplaints({ kind, media_id, photo_ids }: ComposeValues): Complaint[] {
  if (kind === "photo") {
    const path = ["photo_ids", "root"]
    if (photo_ids.length === 0) return [{ path, message: t("Choose the photos this post is to show.") }]
    if (photo_ids.length > MOST_PHOTOS)
      return [{ path, message: t("TikTok takes {most} photos in a post.", { most: MOST_PHOTOS }) }]
    return []
  }
  if (kind === "slideshow") return []
  return media_id ? [] : [{ path: ["media_id"], message: t("Choose the video this post is to show.") }]
}

function timeComplaints(
  { mode, local_time }: ComposeValues["timing"],
  { zone, now }: ComposeContext,
): Complaint[] {
  if (mode !== "at") return []
  const due = instantOf(local_time, zone)
  const path = ["timing", "local_time"]
  if (due === null) return [{ path, message: t("Choose a day and a time.") }]
  // The minute that has just begun still counts, as it does for the API.
  if (due < now - 60_000)
    return [{ path, message: t("This time has passed. Choose a later one, or publish now.") }]
  return []
}

function targetComplaints(one: Target, index: number, { creators, durationMs }: ComposeContext): Complaint[] {
  const at = (field: string, message: string) => ({ path: ["publications", index, field], message })
  const info = creators[one.account_id]
  if (info && !info.can_post) {
    return [at("account_id", t("This account cannot post now. Take it off, or try again later."))]
  }
  const found: Complaint[] = []
  const offered = !info || info.privacy_level_options.includes(one.privacy_level)
  if (!one.privacy_level || !offered) found.push(at("privacy_level", t("Choose who can see this post.")))
  if (isDisclosureOpen(one)) found.push(at("disclosure", t(SAY_WHICH)))
  if (one.branded_content && one.privacy_level === PRIVATE)
    found.push(at("privacy_level", t(BRANDED_NOT_PRIVATE)))
  const long = info && tooLong(info, durationMs)
  if (long) found.push(at("account_id", long))
  return found
}
