import { forwardWebhook } from "@/lib/session/webhook"

export const POST = (request: Request) => forwardWebhook(request)
