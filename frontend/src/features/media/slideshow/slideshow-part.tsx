"use client"

import dynamic from "next/dynamic"
import { SlideshowField, type SlideshowFieldProps } from "./slideshow-field"
import { SlideshowVideo, type SlideshowVideoProps } from "./slideshow-video"

// It is drawn, and only a browser draws.
const SlideshowPreview = dynamic(
  () => import("./preview/slideshow-preview").then((module) => module.SlideshowPreview),
  { ssr: false },
)

type SlideshowPartProps =
  | ({ part: "photos" } & SlideshowFieldProps)
  | ({ part: "video" } & SlideshowVideoProps)
  | ({ part: "preview" } & Pick<SlideshowVideoProps, "value">)

/** What a slideshow puts into the composer's columns: its photos, its video, its preview. Fetched together, for all are wanted at once. */
export function SlideshowPart(props: SlideshowPartProps) {
  switch (props.part) {
    case "photos":
      return <SlideshowField {...props} />
    case "video":
      return <SlideshowVideo {...props} />
    case "preview":
      return <SlideshowPreview value={props.value} />
  }
}
