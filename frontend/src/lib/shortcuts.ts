/** The keys that are heard on every page; those with an address lead there. */
export type Shortcut = { keys: string; word: string; href?: string }

export const shortcuts: Shortcut[] = [
  { keys: "c", word: "Compose a post", href: "/compose" },
  { keys: "g h", word: "Go home", href: "/" },
  { keys: "g c", word: "Go to the calendar", href: "/calendar" },
  { keys: "g p", word: "Go to posts", href: "/posts" },
  { keys: "g l", word: "Go to the library", href: "/library" },
  { keys: "g a", word: "Go to accounts", href: "/accounts" },
  { keys: "g n", word: "Go to analytics", href: "/analytics" },
  { keys: "g s", word: "Go to settings", href: "/settings" },
  { keys: "/", word: "Search on this page" },
  { keys: "?", word: "Show these keys" },
]

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
  return /Mac|iPhone|iPad/.test(navigator.platform) ? "⌘K" : "Ctrl K"
}
