/** What the web server is told through its environment; never imported by code that runs in the browser. */
export type ServerEnv = {
  apiUrl: URL
  /** Where live events come from; without it pages ask again now and then. */
  liveUrl: URL | null
  publicUrl: URL
  cookieKey: Buffer
}

let known: ServerEnv | undefined

function read(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set. The launcher sets it; see docs/operating.md.`)
  return value
}

/** Return the settings, read once; throw a sentence that names what is missing. */
export function serverEnv(): ServerEnv {
  if (known) return known
  const cookieKey = Buffer.from(read("COOKIE_KEY"), "base64url")
  if (cookieKey.length !== 32) throw new Error("COOKIE_KEY must be 32 bytes, written in base64url.")
  const live = process.env.LIVE_URL
  known = {
    apiUrl: new URL(read("API_URL")),
    liveUrl: live ? new URL(live) : null,
    publicUrl: new URL(read("PUBLIC_URL")),
    cookieKey,
  }
  return known
}

/** Forget what was read, so that a test can set other values. */
export function forgetServerEnv(): void {
  known = undefined
}
