// Which browser the journeys and the page benchmark drive.
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-dev-shm-usage",
]

/** Return how to launch Chromium: the one named in E2E_CHROMIUM, else one that comes as a package. */
export async function findBrowser() {
  const named = process.env.E2E_CHROMIUM
  if (named) return { executablePath: named, args: FLAGS }
  // The package brings the system libraries it needs only where it believes itself on this platform.
  process.env.AWS_EXECUTION_ENV ??= "AWS_Lambda_nodejs22.x"
  const { default: packaged } = await import("@sparticuz/chromium")
  // Not with the package's own flags: they switch off web security, and with it what the journeys rely on.
  return { executablePath: await packaged.executablePath(), args: FLAGS }
}
