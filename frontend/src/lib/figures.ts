import { fewDecimals } from "./decimals"
import { readerMessage } from "./reader-messages"

const THIN_SPACE = "\u202f"
const MINUS = "\u2212"

/** Round a count honestly for a narrow place: 12431 → "12.4k". */
export function compactCount(count: number): string {
  if (count < 1_000) return String(count)
  const [size, unit] = count < 999_950 ? [count / 1_000, "k"] : [count / 1_000_000, "M"]
  const rounded = size < 99.95 ? fewDecimals(size) : String(Math.round(size))
  return rounded + unit
}

/** Write a count in full, in groups of three. */
export function exactCount(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, THIN_SPACE)
}

/** Round a change and give it its sign: "+1.2k", "−340", "0". */
export function signedCount(change: number): string {
  return withSign(change, compactCount(Math.abs(Math.round(change))))
}

/** Write a change in full with its sign. */
export function signedExact(change: number): string {
  return withSign(change, exactCount(Math.abs(Math.round(change))))
}

/** Write a share as a percentage, with a decimal only where it says something: 0.0523 → "5.2 %". */
export function percent(share: number): string {
  const hundredths = Math.abs(share) * 100
  const rounded = hundredths < 9.95 ? fewDecimals(hundredths) : exactCount(Math.round(hundredths))
  return `${share < 0 && Number(hundredths.toFixed(1)) !== 0 ? MINUS : ""}${rounded}${THIN_SPACE}%`
}

/** Write by how much of itself something changed: "+12 %", "−3.4 %", "0 %". */
export function signedPercent(change: number): string {
  return change > 0 && percent(change) !== percent(0) ? `+${percent(change)}` : percent(change)
}

function withSign(change: number, size: string): string {
  const rounded = Math.round(change)
  return rounded === 0 ? "0" : `${rounded > 0 ? "+" : MINUS}${size}`
}

/** Write a size in the unit a person expects for a file. */
export function fileSize(bytes: number): string {
  if (bytes < 1_000) return `${bytes}${THIN_SPACE}B`
  const units = ["kB", "MB", "GB"]
  let size = bytes
  let unit = -1
  while (size >= 999.5 && unit < units.length - 1) {
    size /= 1_000
    unit += 1
  }
  return `${size < 9.95 ? fewDecimals(size) : Math.round(size)}${THIN_SPACE}${units[unit]}`
}

/** Say "1 post", "2 posts", in the reader's language: its two forms are found under "post|posts". */
export function plural(count: number, one: string, many = `${one}s`): string {
  const forms = readerMessage(`${one}|${many}`)?.split("|") ?? [one, many]
  return `${exactCount(count)} ${forms[count === 1 ? 0 : 1]}`
}
