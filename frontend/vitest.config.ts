import { defineConfig } from "vitest/config"

export default defineConfig({
  resolve: { alias: { "@": new URL("./src", import.meta.url).pathname } },
  test: {
    environment: "jsdom",
    environmentOptions: { jsdom: { url: "http://localhost:4100/" } },
    include: ["src/**/*.test.{ts,tsx}"],
    setupFiles: ["src/testing/setup.ts"],
    sequence: { shuffle: true },
    restoreMocks: true,
    unstubGlobals: true,
    // Another zone than the people in the tests live in; and no page-long dumps of the DOM.
    env: { TZ: "America/New_York", DEBUG_PRINT_LIMIT: "0" },
  },
})
