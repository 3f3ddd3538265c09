/** What the web server does once, before it answers anything. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return
  const { followReaders } = await import("./lib/follow-readers")
  followReaders()
}
