import { createContext } from "react"

/** What the server knew when it drew this page, and the browser takes it over with. */
export type Drawn = {
  /** The server's clock, in milliseconds. */
  at: number
  /** The browser says it is a phone's, whose screen has no room for what is laid out side by side. */
  onPhone: boolean
}

export const DrawnContext = createContext<Drawn>({ at: 0, onPhone: false })
