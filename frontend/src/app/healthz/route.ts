import { serverEnv } from "@/lib/env"

/** Say that this server runs and knows its settings; it says nothing about the API behind it. */
export function GET() {
  serverEnv()
  return Response.json({ ok: true }, { headers: { "cache-control": "no-store" } })
}

export const dynamic = "force-dynamic"
