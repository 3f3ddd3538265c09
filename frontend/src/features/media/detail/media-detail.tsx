"use client"

import { useQuery } from "@tanstack/react-query"
import { ArrowLeft, Download, PenLine, Trash2, X } from "lucide-react"
import dynamic from "next/dynamic"
import { useRouter, useSearchParams } from "next/navigation"
import { useState } from "react"
import { AppLink } from "@/components/ui/app-link"
import { Button } from "@/components/ui/button"
import { ButtonLink } from "@/components/ui/button-link"
import { Failed } from "@/components/ui/failed"
import { Skeleton } from "@/components/ui/skeleton"
import { sentenceOf } from "@/lib/api/api-error"
import type { MediaAsset } from "@/lib/api/types"
import { mediaUrl } from "@/lib/api-client"
import { t } from "@/lib/i18n"
import { useSetTags } from "../api/library-queries"
import { mediaQueries } from "../api/media-queries"
import { TagField } from "../library/tag-field"
import { libraryAddress, readWish } from "../library/wish"
import { forgetPurpose } from "../uploads"
import { FileFacts } from "./file-facts"
import { FileName } from "./file-name"
import { FileVerdict } from "./file-verdict"
import { Preview } from "./preview"
import { UsedBy } from "./used-by"

const DeleteDialog = dynamic(() => import("../library/delete-dialog").then((module) => module.DeleteDialog), {
  ssr: false,
})

/** What the composer calls the upload of a new post's video. */
const NEW_POST = "compose:new"

type MediaDetailProps = { fileId: string; zone: string }

/** One file beside the list, at its own address: what it shows, what it is, where it is used, what can be done with it. */
export function MediaDetail({ fileId, zone }: MediaDetailProps) {
  const file = useQuery(mediaQueries.detail(fileId))
  const back = libraryAddress(readWish(useSearchParams()))
  return (
    <aside
      aria-label={t("File")}
      className="grid grid-cols-[minmax(0,1fr)] content-start gap-5 desk:sticky desk:top-8 desk:max-h-[calc(100dvh-64px)] desk:self-start desk:overflow-y-auto desk:border-line desk:border-l desk:px-6 desk:pb-8"
    >
      <div className="flex items-center justify-between">
        <AppLink href={back} className="flex min-h-7 items-center gap-1 text-13 desk:hidden">
          <ArrowLeft aria-hidden className="size-4" />
          {t("Library")}
        </AppLink>
        <span className="hidden desk:ml-auto desk:block">
          <ButtonLink href={back} kind="quiet" size="small" aria-label={t("Close the file")}>
            <X aria-hidden className="size-4" />
          </ButtonLink>
        </span>
      </div>
      {file.isPending ? <DetailSkeleton /> : null}
      {file.isError && !file.data ? <Failed error={file.error} retry={() => file.refetch()} /> : null}
      {file.data ? <Whole key={file.data.id} file={file.data} zone={zone} back={back} /> : null}
    </aside>
  )
}

function Whole({ file, zone, back }: { file: MediaAsset; zone: string; back: string }) {
  return (
    <>
      <FileName file={file} />
      <Preview file={file} />
      <Deeds file={file} back={back} />
      <Tags file={file} />
      <FileVerdict file={file} />
      <UsedBy fileId={file.id} />
      <FileFacts file={file} zone={zone} />
    </>
  )
}

function Deeds({ file, back }: { file: MediaAsset; back: string }) {
  const router = useRouter()
  const [asking, setAsking] = useState(false)
  const isUsable = file.status === "ready" && file.kind !== "audio"
  const kind = file.kind === "image" ? "kind=photo&" : ""
  return (
    <div className="flex flex-wrap gap-2">
      {isUsable ? (
        <ButtonLink
          href={`/compose?${kind}media=${file.id}`}
          kind="primary"
          onClick={() => forgetPurpose(NEW_POST)} // else a file uploaded there before would put itself in its place
        >
          <PenLine aria-hidden className="size-4" />
          {t("Compose with this")}
        </ButtonLink>
      ) : null}
      <a
        href={mediaUrl(file.file_url)}
        download={file.file_name}
        className="inline-flex min-h-9 items-center gap-2 rounded-outer border border-line bg-raised px-3 font-strong text-ink no-underline hover:bg-tint"
      >
        <Download aria-hidden className="size-4" />
        {t("Download")}
      </a>
      <Button onClick={() => setAsking(true)}>
        <Trash2 aria-hidden className="size-4" />
        {t("Delete")}
      </Button>
      {asking ? (
        <DeleteDialog ids={[file.id]} onClose={() => setAsking(false)} onDone={() => router.push(back)} />
      ) : null}
    </div>
  )
}

/** Tags are kept at once: they can be taken off as easily. */
function Tags({ file }: { file: MediaAsset }) {
  const save = useSetTags(file.id)
  const tags = save.isPending ? save.variables : file.tags
  return (
    <section aria-label={t("Tags of this file")} className="grid gap-1">
      <TagField label={t("Tags")} tags={tags} onChange={(next) => save.mutate(next)} />
      {save.isError ? (
        <p role="alert" className="text-13 text-failed">
          {sentenceOf(save.error)}
        </p>
      ) : null}
    </section>
  )
}

function DetailSkeleton() {
  return (
    <div role="status" aria-label={t("Loading the file")} className="grid gap-4">
      <Skeleton className="h-5 w-2/3" />
      <Skeleton className="aspect-video w-full" />
      <Skeleton className="h-9 w-full" />
      <Skeleton className="h-40 w-full" />
    </div>
  )
}
