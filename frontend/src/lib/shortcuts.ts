import { t } from "@/lib/i18n"
/** The keys that lead to a page, on every page; what they are called stands with the sheet that lists them. */
export const keyPlaces: Record<string, string> = {
  c: "/compose",
  "g h": "/",
  "g c": "/calendar",
  "g p": "/posts",
  "g l": "/library",
  "g a": "/accounts",
  "g n": "/analytics",
  "g s": "/settings",
}

const KEPT = "carillon-shortcuts"

/** Whether single keys do something in this browser; who steers by voice may want them silent. */
export function hearsKeys(): boolean {
  return localStorage.getItem(KEPT) !== "off"
}

export function hearKeys(heard: boolean): void {
  if (heard) localStorage.removeItem(KEPT)
  else localStorage.setItem(KEPT, "off")
}

/** How the key that goes with ⌘ on a Mac is called here. */
export function commandKey(): string {
  return /Mac|iPhone|iPad/.test(navigator.platform) ? "⌘K" : t("Ctrl K")
}
