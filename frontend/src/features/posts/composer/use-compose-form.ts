import { useCallback, useRef, useState } from "react"
import { type Path, type UseFormReturn, useForm } from "react-hook-form"
import { sentenceOf } from "@/lib/api/api-error"
import type { CreatorInfo, Post } from "@/lib/api/types"
import { useSavePost } from "../api/post-queries"
import { rulesResolver } from "./rules-resolver"
import { readKept, useKeptDraft } from "./use-kept-draft"
import { type ComposeValues, emptyValues, kinds, toPostInput, valuesOf } from "./values"

/** What the address says about a new post: its day ("2026-11-24"), what kind it is, and its file. */
export type Start = { day: string | null; kind: string | null; media: string | null }

type ComposeFormOptions = {
  zone: string
  post: Post | null
  start: Start | undefined
  /** When it is begun, in milliseconds: a new post's time follows from it. */
  now: number
  /** It was drawn on the server, which does not know what was typed in this tab. */
  cameWithPage: boolean
  onSaved: (post: Post) => void
  /** It was saved as a draft on the way, and is gone on with. */
  onKept: (post: Post) => void
}

/** The composer's form: its rules, its keeping, and how it is sent. */
export function useComposeForm(options: ComposeFormOptions) {
  const { zone, post, start, now, cameWithPage, onSaved, onKept } = options
  const facts = useRef({ creators: {} as Record<string, CreatorInfo>, durationMs: null as number | null })
  const [restored, setRestored] = useState(() => (cameWithPage ? null : readKept(post?.id ?? null)))
  const [resolver] = useState(() => rulesResolver(() => ({ zone, now: Date.now(), ...facts.current })))
  const [empty] = useState(() => (post ? valuesOf(post, zone, now) : emptyValues(zone, now)))
  // What was kept by an older version of this page has fewer fields.
  const begin = (kept: ComposeValues | null) =>
    begun(kept ? { ...emptyValues(zone, now), ...kept } : empty, start)
  const [defaultValues] = useState(() => begin(restored))
  const form = useForm<ComposeValues>({ resolver, defaultValues })
  /** Put in what was typed here before; only once the server's drawing is taken over, which knows nothing of it. */
  function restore() {
    const kept = cameWithPage ? readKept(post?.id ?? null) : null
    if (!kept) return
    form.reset(begin(kept))
    setRestored(kept)
  }
  const save = useSavePost()
  const keep = useSavePost()
  const [postId, setPostId] = useState(post?.id ?? null)
  const keyFor = useIdempotencyKey()
  const forget = useKeptDraft(form, postId)

  const noteCreator = useCallback((info: CreatorInfo) => {
    facts.current.creators[info.account_id] = info
  }, [])
  const noteDuration = useCallback((durationMs: number | null) => {
    facts.current.durationMs = durationMs
  }, [])

  async function store(by: typeof save, values: ComposeValues, onSuccess: (saved: Post) => void) {
    const what = await requestOf(values, zone)
    const onError = (error: Error) =>
      import("./server-errors").then(
        ({ showRefusal }) => showRefusal(error, form.setError, values.kind),
        () => form.setError("root", { message: sentenceOf(error) }),
      )
    by.mutate({ id: postId, key: keyFor(what.body), ...what }, { onSuccess, onError })
  }
  const send = (values: ComposeValues) =>
    store(save, values, (saved) => {
      forget()
      onSaved(saved)
    })
  /** Save it as a draft, and stay: a slideshow's video is made of what is saved. */
  async function keepAsDraft(onDone: () => void) {
    form.clearErrors()
    if (!(await form.trigger("slideshow.root" as Path<ComposeValues>))) return
    const { timing, ...values } = form.getValues()
    await store(keep, { ...values, timing: { ...timing, mode: "draft" } }, (saved) => {
      setPostId(saved.id)
      onDone()
      onKept(saved)
    })
  }

  return {
    form,
    send,
    keepAsDraft,
    keeping: keep.isPending,
    postId,
    restore,
    noteCreator,
    noteDuration,
    saving: save.isPending || save.isSuccess,
    wasRestored: restored !== null,
    /** Empty the form; returns how to have back what was in it. */
    startAfresh: () => {
      const before = form.getValues()
      form.reset(post ? empty : emptyValues(zone))
      return () => form.reset(before)
    },
  }
}

export type ComposeForm = UseFormReturn<ComposeValues>

/** What is sent where; the slideshow's part of it comes when there is one. */
async function requestOf(values: ComposeValues, zone: string) {
  if (values.kind !== "slideshow") return { kind: "post" as const, body: toPostInput(values, zone) }
  const { toSlideshowInput } = await import("./slideshow-input")
  return { kind: "slideshow" as const, body: toSlideshowInput(values, zone) }
}

/** Put a new post on the day, and make it of the kind, that the address says. */
function begun(values: ComposeValues, start: Start | undefined): ComposeValues {
  const kind = kinds.find((one) => one === start?.kind) ?? (start?.media ? "video" : values.kind)
  if (start?.media) return begun(withMedia({ ...values, kind }, start.media), { ...start, kind, media: null })
  if (!start?.day || !/^\d{4}-\d\d-\d\d$/.test(start.day)) return { ...values, kind }
  const local_time = `${start.day}T${values.timing.local_time.slice(11, 16)}`
  return { ...values, kind, timing: { ...values.timing, mode: "at", local_time } }
}

/** Begin with a file: as the video, or behind the photos that are there already. */
function withMedia(values: ComposeValues, mediaId: string): ComposeValues {
  if (values.kind === "video") return { ...values, media_id: mediaId }
  if (values.kind === "slideshow" || values.photo_ids.includes(mediaId)) return values
  return { ...values, photo_ids: [...values.photo_ids, mediaId] }
}

/** The same body gets the same key, so that pressing again after a lost answer cannot make a second post. */
function useIdempotencyKey(): (body: unknown) => string {
  const last = useRef({ text: "", key: "" })
  return (body) => {
    const text = JSON.stringify(body)
    if (last.current.text !== text) last.current = { text, key: crypto.randomUUID() }
    return last.current.key
  }
}
