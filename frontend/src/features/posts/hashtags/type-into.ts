/** Type words in at a place, so that the browser's own undo takes them out again. */
export function typeInto(area: HTMLTextAreaElement | null, words: string, at: number): void {
  if (!area) return
  area.focus()
  area.setSelectionRange(at, at)
  // Nothing else reaches the browser's undo; where it is not there, the words are put in without it.
  if (document.execCommand?.("insertText", false, words)) return
  area.setRangeText(words, at, at, "end")
  area.dispatchEvent(new Event("input", { bubbles: true }))
}
