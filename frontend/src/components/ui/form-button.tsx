"use client"

import type { ComponentProps } from "react"
import { useIsTakenOver } from "@/lib/use-came-with-page"
import { Button } from "./button"

/**
 * What sends a form that comes drawn with its page. It looks as it will, and takes nothing until the page's script has taken the
 * form over: before that the browser would send it by itself and leave the page, at a click as at the Enter key.
 */
export function FormButton({ disabled, ...props }: Omit<ComponentProps<typeof Button>, "type">) {
  const isAwake = useIsTakenOver()
  return (
    // `data-waking` keeps the button from looking disabled (styles/globals.css).
    <span className="contents" data-waking={isAwake ? undefined : ""}>
      <Button type="submit" disabled={disabled || !isAwake} {...props} />
    </span>
  )
}
