"use client"

import "@/styles/globals.css"
import { BrokenEntrance, type ErrorPageProps } from "@/components/frame/broken"

/** The last resort, for when the frame of every page broke. */
export default function GlobalError(props: ErrorPageProps) {
  return (
    <html lang="en">
      <body>
        <title>Carillon</title>
        <BrokenEntrance {...props} title="Carillon broke" lead="What you typed is kept in this browser." />
      </body>
    </html>
  )
}
