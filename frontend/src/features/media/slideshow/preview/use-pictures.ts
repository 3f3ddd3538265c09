import { queryOptions, useQueries } from "@tanstack/react-query"
import { useEffect, useMemo, useState } from "react"
import { mediaQueries } from "@/features/media/api/media-queries"
import type { MediaAsset } from "@/lib/api/types"
import { mediaUrl } from "@/lib/api-client"
import type { Slide } from "@/lib/slideshow"
import { CAPTION_FONT, type Picture } from "./painter"

const SHOWN_BY_BROWSERS = new Set(["image/jpeg", "image/png", "image/webp"])
const LIGHT_BYTES = 600_000
const LIGHT_PIXELS = 4_000_000

/** Return where a photo's picture is: the file where it is light, its thumbnail of 480 pixels where it is not. */
export function pictureUrlOf(asset: MediaAsset): string | null {
  if (!asset.thumbnail_url || !asset.width || !asset.height) return null
  const isLight =
    SHOWN_BY_BROWSERS.has(asset.mime_type) &&
    asset.size_bytes <= LIGHT_BYTES &&
    asset.width * asset.height <= LIGHT_PIXELS
  return mediaUrl(isLight ? asset.file_url : asset.thumbnail_url)
}

const pictureQuery = ({ width, height }: MediaAsset, url: string) =>
  queryOptions({
    queryKey: ["slide-picture", url],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async (): Promise<Picture> => {
      const image = new Image()
      image.src = url
      await image.decode()
      return { image, width: width ?? image.naturalWidth, height: height ?? image.naturalHeight }
    },
  })

/** Return the photos that can be drawn already, by media id; `isWaiting` while some cannot. */
export function usePictures(ids: readonly string[]): {
  pictures: ReadonlyMap<string, Picture>
  isWaiting: boolean
} {
  const known = [...new Set(ids)]
  const assets = useQueries({ queries: known.map((id) => mediaQueries.detail(id)) })
  const shown = assets.flatMap(({ data }) => {
    const url = data ? pictureUrlOf(data) : null
    return data && url ? [{ data, url }] : []
  })
  const loaded = useQueries({ queries: shown.map(({ data, url }) => pictureQuery(data, url)) })
  const found = shown.flatMap(({ data: { id } }, index) => {
    const picture = loaded[index]?.data
    return picture ? [[id, picture] as const] : []
  })
  const said = found.map(([id, { image }]) => `${id} ${image.src}`).join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same words are the same pictures.
  const pictures = useMemo(() => new Map(found), [said])
  const isWaiting =
    assets.some(({ isPending, data }) => isPending || data?.status === "checking") ||
    loaded.some(({ isLoading }) => isLoading)
  return { pictures, isWaiting }
}

/** Fetch the letters of the texts; the answer changes when they are there. */
export function useLetters(slides: readonly Pick<Slide, "caption">[]): number {
  const [count, setCount] = useState(0)
  const signs = [...new Set(slides.flatMap(({ caption }) => [...caption]))].toSorted().join("")
  useEffect(() => {
    if (!signs.trim() || !document.fonts) return
    let isWanted = true
    document.fonts.load(`700 16px ${CAPTION_FONT}`, signs).then(
      () => isWanted && setCount((before) => before + 1),
      () => undefined, // the browser's own letters will do
    )
    return () => {
      isWanted = false
    }
  }, [signs])
  return count
}
