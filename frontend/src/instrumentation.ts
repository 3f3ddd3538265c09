/** What the web server does once, before it answers anything. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return
  const { followReaders } = await import("./lib/follow-readers")
  followReaders()
  if (process.env.NODE_ENV !== "production") return
  const { serveStatic } = await import("./lib/serve-static")
  serveStatic(".next/static")
}
