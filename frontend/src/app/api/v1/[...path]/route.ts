import { forward } from "@/lib/session/forward"

const handle = (request: Request) => forward(request)

export { handle as DELETE, handle as GET, handle as HEAD, handle as PATCH, handle as POST, handle as PUT }
