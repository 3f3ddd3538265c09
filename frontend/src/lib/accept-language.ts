/** Return what an Accept-Language header asks for, most wanted first; "de;q=0.5, fr" asks for French, then German. */
export function askedTags(acceptLanguage: string | null | undefined): string[] {
  const asked = (acceptLanguage ?? "").split(",").map((part) => {
    const [tag = "", ...rest] = part.split(";").map((one) => one.trim())
    const quality = rest.find((one) => one.startsWith("q="))?.slice(2)
    return { tag, quality: quality === undefined ? 1 : Number(quality) }
  })
  const wanted = asked.filter(({ tag, quality }) => tag && tag !== "*" && quality > 0)
  return wanted.toSorted((one, other) => other.quality - one.quality).map(({ tag }) => tag)
}
