"use client"

import "@/styles/globals.css"
import { BrokenEntrance, type ErrorPageProps } from "@/components/frame/broken"
import { t } from "@/lib/i18n"

/** The last resort, for when the frame of every page broke. */
export default function GlobalError(props: ErrorPageProps) {
  return (
    <html lang={typeof document === "undefined" ? "en" : document.documentElement.lang}>
      <body>
        <title>Carillon</title>
        <BrokenEntrance
          {...props}
          title={t("Carillon broke")}
          lead={t("What you typed is kept in this browser.")}
        />
      </body>
    </html>
  )
}
