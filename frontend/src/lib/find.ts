export type Findable = {
  word: string
  /** What else it may be looked for by. */
  also?: string
}

/** Letters without accents and case: who types "cafe" means "Café". */
function fold(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase()
}

function beginsAWord(text: string, part: string): boolean {
  return text.startsWith(part) || text.split(/[\s@#./_-]+/).some((word) => word.startsWith(part))
}

/** How well a thing answers what was typed; 0 where a word of it stands nowhere in the thing. */
export function match(typed: string, { word, also = "" }: Findable): number {
  const [name, rest] = [fold(word), fold(also)]
  let total = 1
  for (const part of fold(typed).split(/\s+/).filter(Boolean)) {
    if (name.startsWith(part)) total += 8
    else if (beginsAWord(name, part)) total += 5
    else if (name.includes(part)) total += 3
    else if (beginsAWord(rest, part)) total += 2
    else if (rest.includes(part)) total += 1
    else return 0
  }
  return total
}

/** What answers best comes first; of equals, what stood first. */
export function findIn<T extends Findable>(typed: string, things: readonly T[], most = 8): T[] {
  return things
    .map((thing) => ({ thing, score: match(typed, thing) }))
    .filter(({ score }) => score > 0)
    .toSorted((one, other) => other.score - one.score)
    .slice(0, most)
    .map(({ thing }) => thing)
}
