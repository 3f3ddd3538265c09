import { closeSession } from "@/lib/session/sign-in"

export const POST = (request: Request) => closeSession(request)
