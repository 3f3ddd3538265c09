import { defineConfig } from "@playwright/test"
import { findBrowser } from "./e2e/browser.mjs"

/** The journeys run against a whole Carillon that is already up: `make e2e` starts one and says where by E2E_*. */
export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results/artifacts",
  // One after the other: they share a machine, a sandbox and its clock.
  workers: 1,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"], ["./e2e/failures-reporter.ts"]],
  use: {
    baseURL: process.env.E2E_BASE_URL ?? "http://localhost:4100",
    launchOptions: await findBrowser(),
    viewport: { width: 1280, height: 800 },
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    reducedMotion: "reduce",
    screenshot: "only-on-failure",
  },
})
