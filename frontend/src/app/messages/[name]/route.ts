import { scriptAt } from "@/lib/catalogues"

type Context = { params: Promise<{ name: string }> }

/** A language's sentences. The address changes with them, so browsers ask once. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const script = scriptAt(`/messages/${(await params).name}`)
  if (!script) return new Response(null, { status: 404 })
  return new Response(script, {
    headers: {
      "Content-Type": "text/javascript; charset=utf-8",
      "Cache-Control": "public, max-age=31536000, immutable",
    },
  })
}
