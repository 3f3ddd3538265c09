import type { NextConfig } from "next"

/** Headers that are the same for every answer; the content policy needs a nonce, so proxy.ts sets it. */
const fixedHeaders = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
  {
    key: "Permissions-Policy",
    value: "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
  },
]

const config: NextConfig = {
  output: "standalone",
  outputFileTracingRoot: import.meta.dirname,
  turbopack: { root: import.meta.dirname },
  // Without the tests, so that building needs none of their tools; `npm run typecheck` covers everything.
  typescript: { tsconfigPath: "tsconfig.build.json" },
  poweredByHeader: false,
  devIndicators: false,
  // The image optimiser has been a way in more than once; our pictures are small and come from our own API.
  images: { unoptimized: true },
  headers: async () => [{ source: "/:path*", headers: fixedHeaders }],
}

export default config
