const THIN_SPACE = "\u202f"

/** Round a count honestly for a narrow place: 12431 → "12.4k". */
export function compactCount(count: number): string {
  if (count < 1_000) return String(count)
  const [size, unit] = count < 999_950 ? [count / 1_000, "k"] : [count / 1_000_000, "M"]
  const rounded = size < 99.95 ? size.toFixed(1).replace(/\.0$/, "") : String(Math.round(size))
  return rounded + unit
}

/** Write a count in full, in groups of three. */
export function exactCount(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, THIN_SPACE)
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
  return `${size < 9.95 ? size.toFixed(1).replace(/\.0$/, "") : Math.round(size)}${THIN_SPACE}${units[unit]}`
}

/** Say "1 post", "2 posts". */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${exactCount(count)} ${count === 1 ? one : many}`
}
