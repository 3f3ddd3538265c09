import type { MetadataRoute } from "next"
import { t } from "@/lib/i18n"

/** Not made once for everybody: it is in the language that the browser asks for, as it comes without cookies. */
export const dynamic = "force-dynamic"

/** What a phone or a desk needs to keep Carillon beside its other programs. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    name: "Carillon",
    short_name: "Carillon",
    description: t("Many TikTok accounts, played from one keyboard, on time."),
    id: "/",
    start_url: "/",
    scope: "/",
    display: "standalone",
    // Light paper and the accent: a manifest knows no dark mode (styles/tokens.css).
    background_color: "#fbfaf7",
    theme_color: "#14756a",
    icons: [
      { src: "/icons/192.png", sizes: "192x192", type: "image/png" },
      { src: "/icons/512.png", sizes: "512x512", type: "image/png" },
      { src: "/icons/maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
    ],
    shortcuts: [
      { name: t("Compose a post"), url: "/compose" },
      { name: t("Calendar"), url: "/calendar" },
    ],
  }
}
