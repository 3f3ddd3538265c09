// Which browser the journeys and the page benchmark drive.
import { writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"

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
  const executablePath = await packaged.executablePath()
  process.env.FONTCONFIG_FILE = listFonts()
  // Not with the package's own flags: they switch off web security, and with it what the journeys rely on.
  return { executablePath, args: FLAGS }
}

/** The package's own list names fonts in /tmp wherever it unpacked them, and a Chromium without any font ends itself. */
function listFonts() {
  const file = join(tmpdir(), "carillon-fonts.conf")
  const folders = [join(tmpdir(), "fonts"), "/usr/share/fonts"]
    .map((folder) => `<dir>${folder}</dir>`)
    .join("")
  const kept = `<cachedir>${join(tmpdir(), "fonts-cache")}</cachedir>`
  writeFileSync(file, `<?xml version="1.0"?><fontconfig>${folders}${kept}</fontconfig>`)
  return file
}
