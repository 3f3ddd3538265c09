import { Fragment, type ReactNode } from "react"

type Parts = Record<string, (text: string) => ReactNode>

/** Put elements into a sentence that names them: "Read <link>the terms</link> first." */
export function rich(sentence: string, parts: Parts): ReactNode {
  // Every second and third piece is a part's name and what is inside of it.
  const pieces = sentence.split(/<(\w+)>(.*?)<\/\1>/)
  return pieces.map((piece, place) => {
    if (place % 3 === 1) return null
    const part = place % 3 === 2 ? parts[pieces[place - 1] ?? ""] : undefined
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a sentence have their places only.
    return <Fragment key={place}>{part ? part(piece) : piece}</Fragment>
  })
}
