/** Appearance is kept in a cookie, so that the server draws the first page in the right colours. */
export const THEME_COOKIE = "carillon-theme"
export const themes = ["system", "light", "dark"] as const
export type Theme = (typeof themes)[number]

export function toTheme(value: string | undefined): Theme {
  return themes.find((theme) => theme === value) ?? "system"
}

/** Switch the page's colours now and for a year. */
export function applyTheme(theme: Theme): void {
  const root = document.documentElement
  if (theme === "system") delete root.dataset.theme
  else root.dataset.theme = theme
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser, and this is no secret.
  document.cookie = `${THEME_COOKIE}=${theme}; Path=/; Max-Age=31536000; SameSite=Lax`
}
