import { openSession } from "@/lib/session/sign-in"

export const POST = (request: Request) => openSession(request, "/api/v1/auth/login")
