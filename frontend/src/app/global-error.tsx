"use client"

import "@/styles/globals.css"
import { Entrance } from "@/components/frame/entrance"
import { Button } from "@/components/ui/button"

/** The last resort, for when the frame of every page broke. */
export default function GlobalError({ reset }: { reset: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>Carillon</title>
        <Entrance title="Carillon broke" lead="What you typed is kept in this browser.">
          <Button kind="primary" size="wide" onClick={reset}>
            Try again
          </Button>
        </Entrance>
      </body>
    </html>
  )
}
