import { forwardPull } from "@/lib/session/pull"

export const dynamic = "force-dynamic"

type Place = { params: Promise<{ key: string; name: string }> }

export const GET = async (request: Request, { params }: Place) => forwardPull(request, await params)
export const HEAD = GET
