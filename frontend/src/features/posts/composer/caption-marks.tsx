import { useEffect, useRef } from "react"
import { cn } from "@/lib/cn"
import { marksOf } from "../caption-marks"

/**
 * The same text over the field, unseen but for the ground under its hashtags and handles: letter for letter, as both have one
 * style (`caption-text` in globals.css). Nothing is there while nothing is marked.
 */
export function CaptionMarks({ caption }: { caption: string }) {
  const layer = useRef<HTMLDivElement>(null)
  const marks = marksOf(caption)
  const isShown = marks.length > 0
  // It comes with the first mark, when the field may have been scrolled already, and goes along from then on.
  useEffect(() => {
    const over = layer.current
    const area = over?.previousElementSibling
    if (!isShown || !area) return
    const follow = () => {
      over.scrollTop = area.scrollTop
    }
    follow()
    void document.fonts?.ready.then(follow) // until then neither is as high as it will be
    area.addEventListener("scroll", follow)
    return () => area.removeEventListener("scroll", follow)
  }, [isShown])
  if (!isShown) return null
  return (
    <div
      aria-hidden
      dir="auto"
      data-testid="caption-marks"
      className="caption-text caption-marks pointer-events-none absolute inset-0 overflow-hidden rounded-outer border border-transparent px-3 py-2 text-14 text-transparent"
      ref={layer}
    >
      {marks.map(({ start, end, odd }, index) => (
        <span key={start}>
          {caption.slice(marks[index - 1]?.end ?? 0, start)}
          <span
            className={cn(
              "rounded-inner underline",
              odd ? "decoration-needs-you decoration-wavy" : "bg-accent/15 decoration-accent/60",
            )}
          >
            {caption.slice(start, end)}
          </span>
        </span>
      ))}
      {caption.slice(marks.at(-1)?.end ?? 0)}
      {"\n"}
    </div>
  )
}
