import "@/styles/globals.css"
import { GeistSans } from "geist/font/sans"
import type { Metadata, Viewport } from "next"
import { cookies, headers } from "next/headers"
import type { ReactNode } from "react"
import { Providers } from "@/components/frame/providers"
import { localeOf } from "@/lib/reader-locale"
import { THEME_COOKIE, toTheme } from "@/lib/theme"

export const metadata: Metadata = {
  title: { default: "Carillon", template: "%s · Carillon" },
  description: "Many TikTok accounts, played from one keyboard, on time.",
  robots: { index: false, follow: false },
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  colorScheme: "light dark",
}

/** The colours are decided here, from a cookie: no script has to run before the first paint. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = toTheme((await cookies()).get(THEME_COOKIE)?.value)
  const locale = localeOf((await headers()).get("accept-language"))
  return (
    <html
      lang="en"
      className={GeistSans.variable}
      data-theme={theme === "system" ? undefined : theme}
      data-locale={locale}
    >
      <body>
        <Providers>{children}</Providers>
      </body>
    </html>
  )
}
