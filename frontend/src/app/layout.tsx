import "@/styles/globals.css"
import type { Metadata, Viewport } from "next"
import { cookies, headers } from "next/headers"
import type { ReactNode } from "react"
import { MessagesScript } from "@/components/frame/messages-script"
import { Providers } from "@/components/frame/providers"
import { t } from "@/lib/i18n"
import { isPhone } from "@/lib/is-phone"
import { readerOfRequest } from "@/lib/reader-locale"
import { THEME_COOKIE, toTheme } from "@/lib/theme"
import { fontVariables } from "./fonts"

export function generateMetadata(): Metadata {
  return {
    title: { default: "Carillon", template: "%s · Carillon" },
    description: t("Many TikTok accounts, played from one keyboard, on time."),
    robots: { index: false, follow: false },
  }
}

export const viewport: Viewport = { viewportFit: "cover", colorScheme: "light dark" }

/** The colours and the language are decided here, from cookies: no script has to run before the first paint. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = toTheme((await cookies()).get(THEME_COOKIE)?.value)
  const { language, locale } = readerOfRequest()
  const look = { "data-theme": theme === "system" ? undefined : theme, "data-locale": locale }
  const drawn = { at: Date.now(), onPhone: isPhone(await headers()) }
  return (
    <html lang={language} className={fontVariables} {...look}>
      <head>
        <MessagesScript language={language} />
      </head>
      <body>
        <Providers drawn={drawn}>{children}</Providers>
      </body>
    </html>
  )
}
