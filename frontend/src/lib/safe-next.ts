/** Return where to go after signing in: a path of ours, or home for anything that could lead elsewhere. */
export function safeNext(next: string | null | undefined): string {
  if (!next?.startsWith("/") || /^\/[/\\]/.test(next) || /[\\\s]/.test(next)) return "/"
  return next.startsWith("/sign-") ? "/" : next
}
