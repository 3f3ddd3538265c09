import { useState } from "react"
import type { ImportItem, ImportResult } from "@/lib/api/types"
import { useImport, useLook } from "../api/import-queries"
import { keep, readKept } from "./kept-source"
import { readCsvFile, type Source, tooLarge, Unfit } from "./read-file"

export type Options = { time_zone: string; date_order: "dmy" | "mdy" | null; again: boolean }
type Asked = { csv: string } & Options
/** What the API said would become of a text. */
export type Looked = { asked: Asked; result: ImportResult }

/** A file on its way to posts: chosen, looked at, mended, looked at again, imported. Its text is never lost on the way. */
export function useImportFlow(zone: string) {
  const [source, setSource] = useState(readKept)
  const [options, setOptions] = useState<Options>({ time_zone: zone, date_order: null, again: false })
  const [looked, setLooked] = useState<Looked | null>(null)
  const [unfit, setUnfit] = useState<string | null>(null)
  const [leftOut, setLeftOut] = useState<ImportItem[]>([])
  const look = useLook()
  const make = useImport()

  function lookAt(next: Source, chosen: Options) {
    const large = tooLarge(next)
    setUnfit(large)
    setOptions(chosen)
    make.reset()
    if (large) return
    const asked = { csv: next.text, ...chosen }
    look.mutate(asked, { onSuccess: (result) => setLooked({ asked, result }) })
  }

  function take(next: Source) {
    setSource(next)
    keep(next)
    setLooked(null)
    if (next.text) lookAt(next, options)
  }

  async function takeFile(file: File) {
    setUnfit(null)
    try {
      take(await readCsvFile(file))
    } catch (error) {
      if (!(error instanceof Unfit)) throw error
      setUnfit(error.message)
    }
  }

  function edit(text: string) {
    const next = { name: "", note: null, ...source, text }
    setSource(next)
    keep(next)
  }

  function drop() {
    setSource(null)
    keep(null)
    setLooked(null)
    setUnfit(null)
    look.reset()
    make.reset()
  }

  /** Import what was looked at, but for the rows that TikTok would not take. */
  function finish(refused: ImportItem[]) {
    if (!looked) return
    setLeftOut(refused)
    const body = { ...looked.asked, leave_out: refused.map(({ line }) => line) }
    // What was imported is not offered again to who comes back; until they leave, the text is still there.
    make.mutate(body, { onSuccess: () => keep(null) })
  }

  return {
    source,
    options,
    looked,
    leftOut,
    /** Whether what is shown is still what the text says. */
    isFresh: looked !== null && looked.asked.csv === source?.text && !look.isPending,
    unfit,
    look,
    make,
    take,
    takeFile,
    edit,
    drop,
    lookAgain: (part: Partial<Options> = {}) => source && lookAt(source, { ...options, ...part }),
    finish,
  }
}

export type ImportFlow = ReturnType<typeof useImportFlow>
