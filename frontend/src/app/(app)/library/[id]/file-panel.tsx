"use client"

import { MediaDetail } from "@/features/media/detail/media-detail"
import { useTimeZone } from "@/features/users/api/user-queries"

export function FilePanel({ fileId }: { fileId: string }) {
  return <MediaDetail fileId={fileId} zone={useTimeZone()} />
}
