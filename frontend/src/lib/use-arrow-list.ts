import { type KeyboardEvent, useId, useState } from "react"

type Listed = { id: string }

/**
 * The keys of a combobox over a list: the arrows go through it, Enter takes what is chosen. The focus stays in the input,
 * which says by `aria-activedescendant` what that is.
 */
export function useArrowList<Item extends Listed>(items: readonly Item[], onTake: (item: Item) => void) {
  const [place, setPlace] = useState(0)
  const id = useId()
  const at = Math.min(place, items.length - 1)
  const chosen = items[at]
  const idOf = (item: Item) => `${id}-${item.id}`

  function onKeyDown(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined && items.length > 0) {
      event.preventDefault()
      setPlace((at + step + items.length) % items.length)
    } else if (event.key === "Enter") {
      event.preventDefault() // else it would send the form around it
      if (chosen && !event.nativeEvent.isComposing) onTake(chosen)
    }
  }

  return {
    chosen,
    idOf,
    listId: `${id}-list`,
    /** Other letters were typed: the first of what they find is chosen. */
    restart: () => setPlace(0),
    input: {
      role: "combobox",
      "aria-expanded": items.length > 0,
      "aria-controls": `${id}-list`,
      "aria-activedescendant": chosen && idOf(chosen),
      "aria-autocomplete": "list",
      autoComplete: "off",
      onKeyDown,
    },
  } as const
}
