import { defineConfig } from "vitest/config"
import { slowWorld } from "./src/testing/slow-world"

export default defineConfig({
  plugins: process.env.SLOW_WORLD ? [slowWorld()] : [],
  resolve: { alias: { "@": new URL("./src", import.meta.url).pathname } },
  test: {
    environment: "jsdom",
    environmentOptions: { jsdom: { url: "http://localhost:4100/" } },
    include: ["src/**/*.test.{ts,tsx}"],
    setupFiles: ["src/testing/setup.ts"],
    sequence: { shuffle: true },
    // More than what a test may wait for (`src/testing/setup.ts`), so that the wait tells what was missing.
    testTimeout: 30_000,
    restoreMocks: true,
    unstubGlobals: true,
    // Another zone than the people in the tests live in; and no page-long dumps of the DOM.
    env: { TZ: "America/New_York", DEBUG_PRINT_LIMIT: "0" },
  },
})
