/** The browser reads the file while it saves it, and does not say when it has. */
const KEPT_MS = 60_000

/** Have the browser save a file under a name, among the person's downloads. */
export function saveFile(file: Blob, name: string): void {
  const url = URL.createObjectURL(file)
  const link = document.createElement("a")
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS)
}

/** Return how the server calls the file it answers with. */
export function fileNameOf({ headers }: Pick<Response, "headers">, fallback: string): string {
  return /filename="([^"]+)"/.exec(headers.get("content-disposition") ?? "")?.[1] ?? fallback
}
