import { useState } from "react"
import { Button } from "@/components/ui/button"
import { Notice } from "@/components/ui/notice"

/** Says that the form holds what was typed before, with a way out of it. */
export function Restored({ onStartAfresh }: { onStartAfresh: () => void }) {
  const [gone, setGone] = useState(false)
  if (gone) return null
  return (
    <Notice
      className="mb-6"
      action={
        <Button
          size="small"
          onClick={() => {
            onStartAfresh()
            setGone(true)
          }}
        >
          Start afresh
        </Button>
      }
    >
      What you typed here before is back.
    </Notice>
  )
}
