"use client"

import { useQuery, useQueryClient } from "@tanstack/react-query"
import dynamic from "next/dynamic"
import { useSearchParams } from "next/navigation"
import { type ReactNode, useEffect } from "react"
import { PageHead } from "@/components/ui/page-head"
import { cn } from "@/lib/cn"
import { plural } from "@/lib/figures"
import { t } from "@/lib/i18n"
import { rich } from "@/lib/rich"
import { libraryQueries } from "../api/library-queries"
import { mediaQueries } from "../api/media-queries"
import { UploadButton } from "../components/upload-button"
import { forgetUpload, startUpload, useUploads } from "../uploads"
import { useDroppedFiles, usePastedFiles } from "../use-given-files"
import { useDeleted } from "./bin"
import { FilterBar } from "./filter-bar"
import { LibraryGrid } from "./library-grid"
import { EVERYTHING, isNarrow, readWish, type Wish } from "./wish"

const UploadsPanel = dynamic(() => import("./uploads-panel").then((module) => module.UploadsPanel), {
  ssr: false,
})
const DeletedNotice = dynamic(() => import("./deleted-notice").then((module) => module.DeletedNotice), {
  ssr: false,
})

type LibraryScreenProps = {
  /** The file that is open beside the list; on a phone, in its place. */
  fileId: string | undefined
  children: ReactNode
}

export function LibraryScreen({ fileId, children }: LibraryScreenProps) {
  const wish = readWish(useSearchParams())
  const uploads = useUploads()
  const deleted = useDeleted()
  const all = useQuery(libraryQueries.count(EVERYTHING)).data?.count
  useArrivals()
  const add = (files: File[]) => {
    for (const file of files) startUpload(file, "library")
  }
  usePastedFiles(add)
  const held = useDroppedFiles(add)
  const upload = <UploadButton onFiles={add} />
  return (
    <div className={cn(fileId && "desk:grid desk:grid-cols-[minmax(0,1fr)_360px] desk:gap-8")}>
      {fileId ? <h1 className="sr-only desk:hidden">{t("Library")}</h1> : null}
      <div className={cn("min-w-0", fileId && "hidden desk:block")}>
        <PageHead
          title={t("Library")}
          state={<State wish={wish} all={all} />}
          action={all === 0 ? undefined : upload}
        />
        {held ? <Held /> : null}
        {uploads.length > 0 ? <UploadsPanel /> : null}
        {deleted ? <DeletedNotice /> : null}
        {all === 0 && !isNarrow(wish) ? null : <FilterBar wish={wish} fileId={fileId} />}
        <LibraryGrid wish={wish} fileId={fileId} upload={upload} isUploading={uploads.length > 0} />
      </div>
      {children}
    </div>
  )
}

/** How many files there are, or how many of them are shown. */
function State({ wish, all }: { wish: Wish; all: number | undefined }) {
  const found = useQuery(libraryQueries.count(wish)).data?.count
  if (all === undefined) return ""
  if (isNarrow(wish))
    return found === undefined ? "" : t("{found} of {files}", { found, files: plural(all, "file") })
  return rich(
    t("{files}.<more> Drop or paste more anywhere on this page.</more>", { files: plural(all, "file") }),
    {
      more: (text) => <span className="max-tablet:hidden">{text}</span>, // a phone has nothing to drop
    },
  )
}

function Held() {
  return (
    <p
      role="status"
      className="pointer-events-none fixed inset-2 z-20 grid place-items-center rounded-outer border-2 border-accent border-dashed bg-raised text-20 text-accent opacity-90"
    >
      {t("Let go to add it to the library")}
    </p>
  )
}

/** Show a file in the list as soon as it arrived, and take its progress away, unless there is something to say about it. */
function useArrivals(): void {
  const client = useQueryClient()
  const arrived = useUploads().find(
    ({ phase, purpose, wasKnown }) => phase === "arrived" && purpose === "library" && !wasKnown,
  )?.id
  useEffect(() => {
    if (!arrived) return
    void client.invalidateQueries({ queryKey: mediaQueries.all }).then(() => forgetUpload(arrived))
  }, [arrived, client])
}
