import { fileSize } from "@/lib/figures"
import { t } from "@/lib/i18n"

/** The text of a file, what it is called, and what a person should know about how it was read. */
export type Source = { text: string; name: string; note: string | null }

/** A file that cannot be read; says what to do instead. */
export class Unfit extends Error {}

/** What goes in at once, as it is sent. */
const MOST_BYTES = 1_000_000
/** Far above that no file is worth reading. */
const MOST_READ = 8_000_000

/**
 * Read a CSV file, in UTF-8 or in the encodings that spreadsheets still write.
 *
 * @throws Unfit with a sentence for the person
 */
export async function readCsvFile(file: File): Promise<Source> {
  if (file.size > MOST_READ) throw new Unfit(tooMuch(file.name, file.size))
  const bytes = new Uint8Array(await file.arrayBuffer())
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    throw new Unfit(
      t("{name} is a workbook. Save it as “CSV UTF-8” and choose that file.", { name: file.name }),
    )
  }
  const { text, note } = decode(bytes)
  if (text.includes("\0"))
    throw new Unfit(t("{name} is no text file. Save the table as “CSV UTF-8”.", { name: file.name }))
  return { text, name: file.name, note }
}

function decode(bytes: Uint8Array): { text: string; note: string | null } {
  const wide = wideEncoding(bytes)
  if (wide) return { text: new TextDecoder(wide).decode(bytes), note: t("The file was read as UTF-16.") }
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), note: null }
  } catch {
    return {
      text: new TextDecoder("windows-1252").decode(bytes),
      note: t(
        "The file is no UTF-8, so it was read as Windows-1252. Look whether letters such as ä and é are right; “CSV UTF-8” avoids the question.",
      ),
    }
  }
}

function wideEncoding([first, second]: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (first === 0xff && second === 0xfe) return "utf-16le"
  return first === 0xfe && second === 0xff ? "utf-16be" : null
}

/** Return why a text is too much to go in at once; null when it is not. */
export function tooLarge({ text, name }: Pick<Source, "text" | "name">): string | null {
  const size = new Blob([JSON.stringify(text)]).size
  return size > MOST_BYTES ? tooMuch(name || t("The text"), size) : null
}

function tooMuch(name: string, size: number): string {
  return t("{name} has {size}, and {most} go in at once. Split it into several files.", {
    name,
    size: fileSize(size),
    most: fileSize(MOST_BYTES),
  })
}
