import type { NextConfig } from "next"
import { fixedHeaders } from "./src/lib/fixed-headers"

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
  headers: async () => [
    { source: "/:path*", headers: Object.entries(fixedHeaders).map(([key, value]) => ({ key, value })) },
  ],
}

export default config
