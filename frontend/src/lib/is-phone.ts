/** Tell from a request's headers whether a phone asks; tablets and desktops say they are none. */
export function isPhone(headers: Pick<Headers, "get">): boolean {
  // Chromium says it in a header of its own, on pages that came safely; others in their name.
  const said = headers.get("sec-ch-ua-mobile")
  return said ? said === "?1" : /\bMobi/.test(headers.get("user-agent") ?? "")
}
