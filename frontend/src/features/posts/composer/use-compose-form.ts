import { useCallback, useRef, useState } from "react"
import { type UseFormReturn, useForm } from "react-hook-form"
import { sentenceOf } from "@/lib/api/api-error"
import type { CreatorInfo, Post } from "@/lib/api/types"
import { useSavePost } from "../api/post-queries"
import { rulesResolver } from "./rules-resolver"
import { readKept, useKeptDraft } from "./use-kept-draft"
import { type ComposeValues, emptyValues, toPostInput, valuesOf } from "./values"

type ComposeFormOptions = { zone: string; post: Post | null; onSaved: (post: Post) => void }

/** The composer's form: its rules, its keeping, and how it is sent. */
export function useComposeForm({ zone, post, onSaved }: ComposeFormOptions) {
  const facts = useRef({ creators: {} as Record<string, CreatorInfo>, durationMs: null as number | null })
  const [restored] = useState(() => readKept(post?.id ?? null))
  const [resolver] = useState(() => rulesResolver(() => ({ zone, now: Date.now(), ...facts.current })))
  const form = useForm<ComposeValues>({
    resolver,
    // What was kept by an older version of this page has fewer fields.
    defaultValues: restored ? { ...emptyValues(zone), ...restored } : fresh(post, zone),
  })
  const forget = useKeptDraft(form, post?.id ?? null)
  const save = useSavePost()
  const keyFor = useIdempotencyKey()

  const noteCreator = useCallback((info: CreatorInfo) => {
    facts.current.creators[info.account_id] = info
  }, [])
  const noteDuration = useCallback((durationMs: number | null) => {
    facts.current.durationMs = durationMs
  }, [])

  function send(values: ComposeValues) {
    const body = toPostInput(values, zone)
    const finish = (saved: Post) => {
      forget()
      onSaved(saved)
    }
    const onError = (error: Error) =>
      import("./server-errors").then(
        ({ showRefusal }) => showRefusal(error, form.setError, values.kind),
        () => form.setError("root", { message: sentenceOf(error) }),
      )
    save.mutate({ id: post?.id ?? null, body, key: keyFor(body) }, { onSuccess: finish, onError })
  }

  return {
    form,
    send,
    noteCreator,
    noteDuration,
    saving: save.isPending || save.isSuccess,
    wasRestored: restored !== null,
    startAfresh: () => form.reset(fresh(post, zone)),
  }
}

export type ComposeForm = UseFormReturn<ComposeValues>

function fresh(post: Post | null, zone: string): ComposeValues {
  return post ? valuesOf(post, zone) : emptyValues(zone)
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
